/** Numbers of the records that begin and end a part of a workbook stream (MS-XLS 2.4.21, 2.4.103). */
const beginning = 0x0809;
const ending = 0x000a;

/** Shared strings (MS-XLS 2.4.265): two counts before the strings, each of which takes at least three bytes. */
const sharedStrings = 0x00fc;
const continuation = 0x003c;

/** Most bytes of one record's content (MS-XLS 2.1.4). */
const contentLimit = 8224;

/**
 * Do the records of an Excel 97 to 2003 workbook stream fit into it, each part begun and ended? The library reads on without end
 * where a stream is cut off or a count is damaged. Streams of older versions, which begin otherwise, are not looked at.
 */
export function recordsFit(stream: Uint8Array): boolean {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  if (view.byteLength < 8 || view.getUint16(0, true) !== beginning) return true;
  let open = 0;
  let at = 0;
  let strings: { wanted: number; bytes: number } | undefined;
  while (at + 4 <= view.byteLength) {
    const kind = view.getUint16(at, true);
    const size = view.getUint16(at + 2, true);
    const end = at + 4 + size;
    if (size > contentLimit || end > view.byteLength) return false;
    if (kind === beginning) open += 1;
    if (kind === ending) open -= 1;
    if (kind === sharedStrings && size >= 8) strings = { wanted: view.getUint32(at + 8, true), bytes: size };
    else if (kind === continuation && strings) strings.bytes += size;
    else if (strings) {
      if (strings.wanted * 3 > strings.bytes) return false;
      strings = undefined;
    }
    at = end;
    // what lies behind the last part is padding
    if (open === 0 && !beginsAt(view, at)) return true;
  }
  return false;
}

function beginsAt(view: DataView, at: number): boolean {
  return at + 4 <= view.byteLength && view.getUint16(at, true) === beginning;
}
