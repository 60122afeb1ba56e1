/** A numbered part of a text; the text before the first number has the mark `''`. */
export type Item = { readonly text: string; readonly items: readonly Item[] };

type Style = {
  readonly name: string;
  readonly mark: RegExp;
  readonly ordinal: (mark: string) => number;
};

const chinese = '一二三四五六七八九十';

/** Ways of numbering. A mark counts only where a clause begins, and only if its kind begins with one. */
const styles: readonly Style[] = [
  { name: 'han', mark: /^([一二三四五六七八九十])、/, ordinal: (mark) => chinese.indexOf(mark) + 1 },
  {
    name: 'ordinal',
    mark: /^第([一二三四五六七八九十])(?:[,、:是]|(?=[^\d年季期批个次名档类级条款章节步阶]))/,
    ordinal: (mark) => chinese.indexOf(mark) + 1,
  },
  { name: 'han-is', mark: /^([一二三四五六七八九十])是/, ordinal: (mark) => chinese.indexOf(mark) + 1 },
  {
    name: 'han-bracket',
    mark: /^\(([一二三四五六七八九十])\)/,
    ordinal: (mark) => chinese.indexOf(mark) + 1,
  },
  { name: 'digit', mark: /^(\d{1,2})(?:[.、](?!\d)|[.] (?=\d)|[.](?=\d{1,3}%))/, ordinal: Number },
  { name: 'digit-bracket', mark: /^\((\d{1,2})\)/, ordinal: Number },
  { name: 'digit-half', mark: /^(\d{1,2})\)/, ordinal: Number },
  { name: 'circle', mark: /^([①-⑳])/, ordinal: (mark) => mark.charCodeAt(0) - '①'.charCodeAt(0) + 1 },
  { name: 'latin', mark: /^([A-Ha-h])[.、](?!\d)/, ordinal: (mark) => mark.toLowerCase().charCodeAt(0) - 96 },
];

type Mark = {
  readonly style: string;
  readonly ordinal: number;
  readonly start: number;
  readonly end: number;
};

/**
 * Cuts a clean text into its numbered parts, nested by the order in which kinds of numbering first appear. The number
 * may repeat (`3.` twice is seen in print) but never goes back.
 */
export function readOutline(text: string): readonly Item[] {
  return nest(text, findMarks(text), 0, text.length);
}

function nest(text: string, marks: readonly Mark[], start: number, end: number): readonly Item[] {
  const inside = marks.filter((mark) => mark.start >= start && mark.end <= end);
  const style = inside[0]?.style;
  if (style === undefined) return [{ text: text.slice(start, end), items: [] }];
  const own = inside.filter((mark) => mark.style === style);
  const others = inside.filter((mark) => mark.style !== style);
  const items = own.map((mark, index) => {
    const stop = own[index + 1]?.start ?? end;
    const deeper = others.filter((other) => other.start >= mark.end && other.end <= stop);
    const nested = nest(text, deeper, mark.end, stop);
    const head = nested[0];
    return deeper.length === 0 || !head
      ? { text: text.slice(mark.end, stop), items: [] }
      : { text: head.text, items: nested.slice(1) };
  });
  const first = own[0]?.start ?? end;
  return [{ text: text.slice(start, first), items: [] }, ...items];
}

function findMarks(text: string): readonly Mark[] {
  const last = new Map<string, number>();
  const found: Mark[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (!beginsClause(text, at)) continue;
    const mark = markAt(text, at);
    if (!mark) continue;
    const before = last.get(mark.style);
    if (
      before === undefined
        ? mark.ordinal !== 1
        : mark.ordinal > before + 2 || (mark.ordinal < before && mark.ordinal !== 1)
    )
      continue;
    last.set(mark.style, mark.ordinal);
    found.push(mark);
    at = mark.end - 1;
  }
  const counts = Map.groupBy(found, (mark) => mark.style);
  return found.filter((mark) => (counts.get(mark.style)?.length ?? 0) > 1);
}

function markAt(text: string, at: number): Mark | undefined {
  const head = text.slice(at, at + 8);
  for (const { name, mark, ordinal } of styles) {
    const match = mark.exec(head);
    if (match?.[1] !== undefined) {
      return { style: name, ordinal: ordinal(match[1]), start: at, end: at + match[0].length };
    }
  }
  return undefined;
}

/** Circled numbers and bracketed ones stand out anywhere; the others only behind a stop or a score. */
function beginsClause(text: string, at: number): boolean {
  const sign = text[at] ?? '';
  if (/[①-⑳]/.test(sign)) return true;
  const before = text[at - 1];
  if (before === undefined || /[,;。:\s)]/.test(before)) return true;
  if (sign === '(') return /^\((?:\d{1,2}|[一二三四五六七八九十])\)/.test(text.slice(at, at + 4));
  return /[分率%止核目明]/.test(before) && /^\d{1,2}[.、](?!\d)/.test(text.slice(at, at + 4));
}
