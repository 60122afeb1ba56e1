/** Characters from which a part is closed. */
const partLength = 64 * 1024;

/** Levels that are taken apart: an answer, its assessments, each of them; an answer with its record stands one level deeper. */
const levels = 3;

/**
 * The JSON text of a plain value as bytes in parts: of a large answer no text as long as the whole is ever made, which would
 * weigh as much as the answer itself.
 */
export function jsonParts(value: unknown): readonly Uint8Array[] {
  const parts: Uint8Array[] = [];
  let text = '';
  for (const piece of pieces(value, levels)) {
    text += piece;
    if (text.length < partLength) continue;
    parts.push(Buffer.from(text));
    text = '';
  }
  return [...parts, Buffer.from(text)];
}

function* pieces(value: unknown, depth: number): Generator<string> {
  if (depth === 0 || typeof value !== 'object' || value === null || 'toJSON' in value) {
    yield JSON.stringify(value) ?? 'null';
    return;
  }
  const isList = Array.isArray(value);
  let before = isList ? '[' : '{';
  for (const [name, held] of Object.entries(value)) {
    if (held === undefined && !isList) continue;
    yield isList ? before : `${before}${JSON.stringify(name)}:`;
    yield* pieces(held, depth - 1);
    before = ',';
  }
  yield before === ',' ? '' : before;
  yield isList ? ']' : '}';
}
