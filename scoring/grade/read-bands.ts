import type { GradeBand } from '../../model/profile.ts';
import { normalizeDecimal } from '../../text/numeral.ts';
import { exact } from '../exact.ts';
import { gradeLabels, positionOf } from './grade-labels.ts';

type Bounds = Omit<GradeBand, 'label'>;

type Token =
  | { readonly kind: 'label'; readonly label: string }
  | { readonly kind: 'bounds'; readonly bounds: Bounds };

const points = String.raw`(\d{1,3}(?:\.\d+)?)`;
const included = String.raw`(?:\(?(含|不含)(?:\d+分?)?\)?)?`;
const topMark = '100';

/** How a remark words the bounds of a grade; digits already folded, spaces and 分 removed. */
const wordings: readonly { readonly pattern: RegExp; readonly read: (match: RegExpExecArray) => Bounds }[] = [
  {
    // 90–100, 90(含)-100, 80~90(不含), [80,90)
    pattern: new RegExp(`^([[(]?)${points}${included}[-–—~～至到,]+${points}${included}([\\])]?)`),
    read: ([, open, first, firstMark, second, secondMark, close]) =>
      ordered(
        { value: first, included: open !== '(' && firstMark !== '不含' },
        { value: second, included: close !== ')' && secondMark !== '不含' },
      ),
  },
  {
    // 80≤得分<90, 90>X≥80
    pattern: new RegExp(`^${points}([≤<≥>])(?:综合|自评|评价)?(?:得|总|评|[XxSs])?([≤<≥>])${points}`),
    read: ([, first, left, right, second]) =>
      ordered(
        { value: first, included: left === '≤' || left === '≥' },
        { value: second, included: right === '≤' || right === '≥' },
      ),
  },
  {
    // ≥90, 得分<60
    pattern: new RegExp(`^(?:得|总|评)?([≥>≤<])${points}`),
    read: ([, sign, value]) => oneSided(value, sign),
  },
  {
    // 90以上, 60以下
    pattern: new RegExp(`^${points}${included}(以上|以下)`),
    read: ([, value, mark, side]) =>
      side === '以上'
        ? oneSided(value, mark === '不含' ? '>' : '≥')
        : oneSided(value, mark === '含' ? '≤' : '<'),
  },
  {
    // 低于60, 不低于90
    pattern: new RegExp(`^(不低于|不足|低于|小于|高于|大于等于|大于)${points}`),
    read: ([, word, value]) =>
      oneSided(value, { 不低于: '≥', 大于等于: '≥', 高于: '>', 大于: '>' }[word ?? ''] ?? '<'),
  },
];

/** A scale of three to five grades out of a remark such as 「90–100优 80–90良 60–80中 <60差」; nothing otherwise. */
export function readBands(remark: string): readonly GradeBand[] | undefined {
  const tokens = tokenize(fold(remark));
  const scales = [pair(tokens, 1, 0), pair(tokens, 0, 1)].filter(isScale);
  const [longest, other] = scales.sort((left, right) => right.length - left.length);
  return longest && longest.length !== other?.length ? longest : undefined;
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/≧|>=|⩾/gu, '≥')
    .replace(/≦|<=|⩽/gu, '≤')
    .replace(/[\s分]/gu, '');
}

function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at, at + 60);
    const bounds = matchBounds(rest);
    const label = gradeLabels.find((known) => rest.startsWith(known));
    if (bounds) tokens.push({ kind: 'bounds', bounds: bounds.bounds });
    else if (label) tokens.push({ kind: 'label', label });
    at += bounds?.length ?? label?.length ?? 1;
  }
  return tokens;
}

/** A percentage is a share of a row's points, never a grade of the total. */
function matchBounds(text: string): { readonly bounds: Bounds; readonly length: number } | undefined {
  for (const { pattern, read } of wordings) {
    const match = pattern.exec(text);
    if (match && !/^%/.test(text.slice(match[0].length)) && !match[0].includes('%')) {
      return { bounds: read(match), length: match[0].length };
    }
  }
  return undefined;
}

/** Labels and bounds in turn; anything between breaks the run. */
function pair(tokens: readonly Token[], labelAt: 0 | 1, boundsAt: 0 | 1): readonly GradeBand[] {
  const bands: GradeBand[] = [];
  for (let index = 0; index + 1 < tokens.length; ) {
    const label = tokens[index + labelAt];
    const bounds = tokens[index + boundsAt];
    if (label?.kind === 'label' && bounds?.kind === 'bounds') {
      bands.push({ label: label.label, ...bounds.bounds });
      index += 2;
    } else index += 1;
  }
  return bands;
}

/** Three to five grades, each printed once, in order, best at the top, without overlap. */
function isScale(bands: readonly GradeBand[]): boolean {
  if (bands.length < 3 || bands.length > 5) return false;
  if (new Set(bands.map(({ label }) => label)).size !== bands.length) return false;
  const falling = exact(bands[0]?.low ?? '0').gt(exact(bands.at(-1)?.low ?? '0'))
    ? bands
    : [...bands].reverse();
  return falling.every((band, index) => {
    const above = falling[index - 1];
    if (!exact(band.low).lt(exact(band.high))) return false;
    if (above === undefined) return true;
    const isWorse = (positionOf(band.label) ?? index) > (positionOf(above.label) ?? index - 1);
    return isWorse && exact(band.high).lte(exact(above.low));
  });
}

type End = { readonly value: string | undefined; readonly included: boolean };

function ordered(first: End, second: End): Bounds {
  const [low, high] = Number(first.value) <= Number(second.value) ? [first, second] : [second, first];
  return {
    low: normalizeDecimal(low.value ?? '0'),
    lowIncluded: low.included,
    high: normalizeDecimal(high.value ?? topMark),
    highIncluded: high.included,
  };
}

function oneSided(value: string | undefined, sign: string | undefined): Bounds {
  const bound = normalizeDecimal(value ?? '0');
  return sign === '≥' || sign === '>'
    ? { low: bound, lowIncluded: sign === '≥', high: topMark, highIncluded: true }
    : { low: '0', lowIncluded: true, high: bound, highIncluded: sign === '≤' };
}
