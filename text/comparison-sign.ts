import { foldWidth } from './fold.ts';

/** What a value is asked to be: at least, at most, above, below, equal. */
export type ComparisonSign = '≥' | '≤' | '>' | '<' | '=';

/**
 * Signs and words for them. 以上, 以下 and 以内 include their number, 不满 and 超过 exclude it (Civil Code, article 1259).
 * `glyphs` stand before the value, `before` and `behind` are words on either side.
 */
const wordings: readonly {
  readonly sign: ComparisonSign;
  readonly glyphs: readonly string[];
  readonly before: readonly string[];
  readonly behind: readonly string[];
}[] = [
  {
    sign: '≥',
    glyphs: ['≥', '≧', '⩾', '>=', '=>', '>或='],
    before: [
      '大于等于',
      '大于或等于',
      '大于或者等于',
      '不少于',
      '不低于',
      '不小于',
      '不得少于',
      '不得低于',
      '不得小于',
      '不应低于',
      '不应少于',
      '高于或等于',
      '至少',
      '最少',
      '达到',
      '达',
      '须达到',
      '应达到',
      '力争达到',
      '达到或超过',
    ],
    behind: ['以上', '及以上', '或以上', '含以上', '以上含', '及其以上'],
  },
  {
    sign: '≤',
    glyphs: ['≤', '≦', '⩽', '<=', '=<', '<或='],
    before: [
      '小于等于',
      '小于或等于',
      '小于或者等于',
      '不超过',
      '不高于',
      '不大于',
      '不多于',
      '不得超过',
      '不得高于',
      '不得大于',
      '不得多于',
      '不应超过',
      '低于或等于',
      '至多',
      '最多',
      '最高',
      '控制在',
    ],
    behind: ['以内', '以下', '及以下', '或以下', '之内', '内', '含以下', '含以内'],
  },
  { sign: '>', glyphs: ['>'], before: ['大于', '高于', '超过', '多于', '超出'], behind: [] },
  { sign: '<', glyphs: ['<'], before: ['小于', '低于', '少于', '不足', '不满', '不到'], behind: [] },
  { sign: '=', glyphs: ['=', '=='], before: ['等于'], behind: [] },
];

/** Longest first, so that 不超过 is not read as 超过. */
const oneOf = (list: readonly string[]): string =>
  `(?:${[...list].sort((left, right) => right.length - left.length).join('|')})`;

const glyphs = wordings.flatMap((wording) => wording.glyphs);
const leading = wordings.flatMap((wording) => wording.before);
const trailing = wordings.flatMap((wording) => wording.behind);

/** Sources of patterns: any sign or word before a value; any word behind one. */
export const signBeforePattern = oneOf([...glyphs, ...leading]);
export const signBehindPattern = oneOf(trailing);

const bySpelling = new Map(
  wordings.flatMap(({ sign, glyphs, before, behind }) =>
    [...glyphs, ...before, ...behind].map((wording) => [wording, sign] as const),
  ),
);

/** Reads a text that is one sign and nothing else, as columns for 指标性质 hold them (`≥`, `＞＝`, `不少于`, `以内`). */
export function readComparisonSign(raw: string): ComparisonSign | undefined {
  return bySpelling.get(foldWidth(raw).replace(/\s/g, ''));
}

/** Whether a sign is printed as a character (`≥`, `>=`) and not in words (不少于). */
export function isSignGlyph(text: string): boolean {
  return glyphs.includes(foldWidth(text).replace(/\s/g, ''));
}
