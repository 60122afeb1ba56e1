import type { Deduction } from './ast.ts';
import { numberWords as N, readNumberWords } from './quantity.ts';
import { printRange } from './range.ts';

const limit = new RegExp(
  `^(?:超期|逾期|延期|延误|延迟|累计|出现|发生|发现|存在|有)*(超过|达到|≥|>)?(${N})(\\D{1,4}?)(及以上|或以上|以上)?(?:的|,)*(\\D*)$`,
);

/**
 * `一项未完成扣2分，两项及以上未完成不得分`: a count from which all is lost belongs to the loss for each, where it is of the same
 * event. Other clauses stay as they are.
 */
export function foldLimit(deductions: readonly Deduction[]): readonly Deduction[] {
  const counted = deductions.filter((each) => each.kind === 'occurrence');
  const [only] = counted;
  if (!only || counted.length > 1) return deductions;
  const limits = deductions.flatMap((each) => {
    const from = lostFrom(each, only);
    return from === undefined ? [] : [{ each, from }];
  });
  const [first] = limits;
  if (!first || limits.length > 1) return deductions;
  return deductions
    .filter((each) => each !== first.each)
    .map((each) => (each === only ? { ...only, lostFrom: first.from } : each));
}

function lostFrom(
  deduction: Deduction,
  { event, counter }: Extract<Deduction, { kind: 'occurrence' }>,
): number | undefined {
  const words = wordsOf(deduction);
  const match = words === undefined ? undefined : limit.exec(words);
  if (!match) return undefined;
  const [, sign, count = '0', unit, behind, rest = ''] = match;
  const about = rest.replace(/(?:的|者)$/, '');
  if (unit !== counter || !(about === '' || event.includes(about))) return undefined;
  const from = Number(readNumberWords(count));
  if (!Number.isInteger(from) || from < 1) return undefined;
  if (behind === '及以上' || behind === '或以上' || sign === '达到' || sign === '≥') return from;
  // 以上 alone may leave its own number out.
  return sign === undefined && behind === undefined ? undefined : from + 1;
}

function wordsOf(deduction: Deduction): string | undefined {
  if (deduction.kind === 'zero')
    return deduction.condition.kind === 'words' ? deduction.condition.words : undefined;
  if (deduction.kind !== 'zero-range' || deduction.range.high) return undefined;
  return deduction.measure.name === '' ? printRange({ name: '', range: deduction.range }) : undefined;
}
