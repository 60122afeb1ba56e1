import type { GradeLine, GradeOption } from '../model/assessment.ts';
import type { Place } from '../model/place.ts';
import { foldWidth } from '../text/fold.ts';
import { normalizeDecimal } from '../text/numeral.ts';

const chosenMark = '[☑☒✓✔√■●✅▣◉]|\\[[xX√✓]\\]';
const emptyMark = '[☐□○◯▢〇]|\\[\\s?\\]';
const labels = '优秀|良好|合格|不合格|较好|一般|较差|优|良|中|差|低|好|A|B|C|D';
const option = new RegExp(
  `(?:(${chosenMark})|(${emptyMark}))?\\s*(${labels})(?![\\u4e00-\\u9fff])\\s*(${chosenMark})?`,
  'g',
);

type Bounds = Pick<GradeOption, 'low' | 'lowIncluded' | 'high' | 'highIncluded'>;

/** Reads the choices of a grade line out of its text, or the grade alone where it is written out. */
export function readGradeLine(text: string, place: Place): GradeLine {
  const folded = foldWidth(text)
    .replace(/[“”"']/g, '')
    .replace(/\n/g, ' ');
  const matches = [...folded.matchAll(option)];
  const hasMarks = matches.some(
    (match) => match[1] !== undefined || match[2] !== undefined || match[4] !== undefined,
  );
  if (matches.length === 1 && !hasMarks) return { options: [], written: matches[0]?.[3] ?? '', place };
  const options = matches.map((match, index): GradeOption => {
    const end = matches[index + 1]?.index ?? folded.length;
    const after = folded.slice(match.index + match[0].length, end);
    return { label: match[3] ?? '', chosen: (match[1] ?? match[4]) !== undefined, ...readBounds(after) };
  });
  return { options, place };
}

const number =
  '(\\d{1,3}(?:\\.\\d+)?)\\s*(?:[(（]([不]?含)[^)）]*[)）])?\\s*分?\\s*(?:[(（]([不]?含)[^)）]*[)）])?';
const chain = new RegExp(
  `${number}\\s*(≤|<|≦|<=|>|≥|>=|≧)\\s*[^\\d<>≤≥]{0,8}(≤|<|≦|<=|>|≥|>=|≧)\\s*${number}`,
);
const range = new RegExp(`[\\[(（]?\\s*${number}\\s*(?:-|—|–|~|～|至|到|,)+\\s*${number}`);
const oneSided = new RegExp(`(≥|>|≤|<|>=|<=|高于|低于|大于|小于|不低于|不足)\\s*${number}`);
const worded = new RegExp(`${number}\\s*(以上|及以上|以下|及以下)`);

function readBounds(text: string): Bounds {
  const chained = chain.exec(text);
  if (chained) {
    const left = {
      value: chained[1],
      included: chained[4] === '≤' || chained[4] === '≥' || chained[4] === '<=' || chained[4] === '>=',
    };
    const right = {
      value: chained[6],
      included: chained[5] === '≤' || chained[5] === '≥' || chained[5] === '<=' || chained[5] === '>=',
    };
    const rising = /[≤<≦]/.test(chained[4] ?? '');
    return rising ? bounds(left, right) : bounds(right, left);
  }
  const between = range.exec(text);
  if (between) {
    const said = (...marks: (string | undefined)[]): string | undefined =>
      marks.find((mark) => mark !== undefined);
    const low = { value: between[1], included: said(between[2], between[3]) !== '不含' };
    const high = { value: between[4], included: said(between[5], between[6]) !== '不含' };
    return Number(low.value) <= Number(high.value) ? bounds(low, high) : bounds(high, low);
  }
  const words = worded.exec(text);
  if (words) {
    const limit = { value: words[1], included: true };
    return /上/.test(words[4] ?? '')
      ? bounds(limit, undefined)
      : bounds(undefined, { value: words[1], included: /及/.test(words[4] ?? '') });
  }
  const single = oneSided.exec(text);
  if (single) {
    const sign = single[1] ?? '';
    const limit = { value: single[2], included: /[≥≤]|=|不低于/.test(sign) };
    return /[≥>]|高于|大于|不低于/.test(sign) ? bounds(limit, undefined) : bounds(undefined, limit);
  }
  return { lowIncluded: false, highIncluded: false };
}

type Limit = { readonly value: string | undefined; readonly included: boolean };

function bounds(low: Limit | undefined, high: Limit | undefined): Bounds {
  return {
    ...(low?.value === undefined ? {} : { low: normalizeDecimal(low.value) }),
    lowIncluded: low?.included ?? false,
    ...(high?.value === undefined ? {} : { high: normalizeDecimal(high.value) }),
    highIncluded: high?.included ?? false,
  };
}
