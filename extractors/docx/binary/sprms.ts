/** One property modifier: its number and where its operand lies. */
export type Sprm = { readonly code: number; readonly at: number; readonly size: number };

/** Operand that begins with its own size in two bytes, one too high (MS-DOC 2.9.325 TDefTableOperand). */
const tableDefinition = 0xd608;

/** Bytes of the operand by the top three bits of the number (MS-DOC 2.6.1); 6 is of variable size. */
const operandSizes = [1, 1, 2, 4, 2, 2, undefined, 3] as const;

/** Walks a list of property modifiers; ends where the list ends or makes no sense. */
export function* sprmsIn(view: DataView, at: number, size: number): Generator<Sprm, undefined, undefined> {
  const end = Math.min(at + size, view.byteLength);
  let next = at;
  while (next + 2 < end) {
    const code = view.getUint16(next, true);
    const fixed = operandSizes[code >> 13];
    let start = next + 2;
    let length: number;
    if (fixed !== undefined) length = fixed;
    else if (code === tableDefinition) {
      if (start + 2 > end) return;
      length = view.getUint16(start, true) - 1;
      start += 2;
    } else {
      length = view.getUint8(start);
      start += 1;
    }
    if (length < 0 || start + length > end) return;
    yield { code, at: start, size: length };
    next = start + length;
  }
}
