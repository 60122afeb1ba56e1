import type { Rule } from './ast.ts';
import { bareCondition } from './conditions.ts';
import { gated, isZero, type SortedLeaf } from './leaf.ts';
import { type NotUnderstood, notUnderstood } from './not-understood.ts';
import { numberWords as N, readNumberWords } from './quantity.ts';

const accrues = new RegExp(
  `每([^,\\d一二两三四五六七八九十]{0,12}?)(${N})?(个|项|次|例|篇|条|份|家|人|户|件|场|期|批)`,
);

/** 每完成1项: the award comes once for each. */
export const isAccrual = (condition: string): boolean =>
  accrues.test(condition) && !/每(?:年|月|季|天|日|周|半年)/.test(condition);

/** Points for each event, up to the row's points. */
export function composeAccrual(sorted: SortedLeaf): Rule | NotUnderstood {
  const { accruals, losses, ranged, ratios, worded, discretions, otherwise } = sorted;
  const zeros = worded.filter(({ award }) => isZero(award));
  if (
    losses.length + ranged.length + ratios.length + discretions.length > 0 ||
    zeros.length !== worded.length ||
    otherwise
  ) {
    return notUnderstood(accruals.map((piece) => piece.condition).join('；'));
  }
  const items = accruals.map(({ condition, meaning }) => {
    const match = accrues.exec(condition);
    const points =
      meaning.kind === 'award' && meaning.award.kind === 'points' ? meaning.award.points : sorted.leaf.points;
    const before = bareCondition(condition.slice(0, match?.index));
    const behind = bareCondition(condition.slice((match?.index ?? 0) + (match?.[0].length ?? 0)));
    const event = [before, `${match?.[1] ?? ''}${behind}`].filter((part) => part !== '').join(',');
    return { event, every: Number(readNumberWords(match?.[2] ?? '1')), counter: match?.[3] ?? '项', points };
  });
  if (items.some(({ event }) => event === '')) return notUnderstood('每项');
  // 每项不超预算得1分，超预算不得分: what is left to say of each item.
  const vetoes = zeros
    .map(({ condition }) => condition)
    .filter((condition) => !items.some(({ event }) => isDenialOf(event, condition)));
  return gated({ kind: 'accrual', items }, vetoes);
}

/** `…不超预算` and `超预算`, `完成` and `未完成`. */
function isDenialOf(event: string, condition: string): boolean {
  const bare = bareCondition(condition);
  const affirmed = bare.replace(/^[未不]/, '');
  return affirmed === bare
    ? event.endsWith(`未${bare}`) || event.endsWith(`不${bare}`)
    : event.endsWith(affirmed);
}
