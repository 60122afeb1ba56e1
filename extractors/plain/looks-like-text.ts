const sampleSize = 4096;
const largestControlShare = 0.02;

/**
 * Whether the first bytes may be text in any encoding: hardly any control bytes, or zero bytes in the rhythm of UTF-16. What
 * passes is decoded with more care and may still be refused.
 */
export function looksLikeText(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, sampleSize);
  if (hasUtf16Mark(sample)) return true;
  const zeros = [0, 0];
  let controls = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
    else if (isControl(byte)) controls += 1;
  }
  const [even = 0, odd = 0] = zeros;
  // Han characters in UTF-16 hold bytes that look like controls, and 一 holds a zero on the other side.
  const isUtf16 = Math.max(even, odd) > sample.length * 0.01 && Math.min(even, odd) * 2 < Math.max(even, odd);
  if (isUtf16) return controls <= sample.length * 0.2;
  return controls + even + odd <= Math.max(1, sample.length * largestControlShare);
}

function hasUtf16Mark(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** All of C0 but tab, line breaks, form feed and the end mark of old DOS files. */
function isControl(byte: number): boolean {
  return (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1a) || byte === 0x7f;
}
