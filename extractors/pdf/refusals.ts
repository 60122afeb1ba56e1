import { type Result, refuse } from '../../model/outcome-channels.ts';

/** A file of no bytes. */
export function empty<T>(): Result<T> {
  return refuse('pdf/empty', { zh: '文件是空的（0 字节）', en: 'the file is empty (0 bytes)' });
}

/** A password is needed to read it. */
export function encrypted<T>(): Result<T> {
  return refuse('pdf/encrypted', {
    zh: 'PDF 已加密，需要密码才能打开；请提供未加密的文件',
    en: 'the PDF is encrypted and needs a password; provide an unencrypted copy',
  });
}

/** Its structure is broken beyond what readers repair. */
export function damaged<T>(): Result<T> {
  return refuse('pdf/damaged', {
    zh: 'PDF 文件已损坏，无法打开；请重新下载或另存后再试',
    en: 'the PDF is damaged and cannot be opened; download it again or save it anew',
  });
}

/** No page shows any text. */
export function noTextLayer<T>(): Result<T> {
  return refuse('pdf/no-text-layer', {
    zh: 'PDF 的各页都没有可读的文字；请提供带文字的原件',
    en: 'no page of the PDF shows text that can be read; provide the original with text',
  });
}
