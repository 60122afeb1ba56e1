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

/** Every page is a picture. */
export function noTextLayer<T>(): Result<T> {
  return refuse('pdf/no-text-layer', {
    zh: 'PDF 没有可用的文字（扫描件或图片）；请启用文字识别（OCR），或提供带文字的原件',
    en: 'the PDF has no usable text (a scan or pictures); turn on OCR or provide the original with text',
  });
}
