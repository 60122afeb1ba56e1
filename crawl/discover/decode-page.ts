/** Bytes in which a page declares its charset. */
const headBytes = 8192;

/**
 * A page's text. The bytes win over what is declared, which published pages often get wrong: valid UTF-8 is UTF-8, anything
 * else GB18030 (which reads GBK and GB2312), or Big5 where that is declared.
 */
export function decodePage(bytes: Uint8Array, contentType = ''): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    // `stream` lets a character that is cut off at the very end pass
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder(declaresBig5(bytes, contentType) ? 'big5' : 'gb18030').decode(bytes);
  }
}

function declaresBig5(bytes: Uint8Array, contentType: string): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, headBytes));
  return /charset\s*=\s*["']?\s*big5/i.test(contentType + head);
}
