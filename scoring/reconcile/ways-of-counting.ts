import type { Assessment } from '../../model/assessment.ts';
import type { Localized } from '../../model/localized.ts';
import { matchKey } from '../../text/fold.ts';
import { customaryFullMark, exact, sum, zero } from '../exact.ts';
import { isBonus, isDeduction, isNotApplicable, liesUnder, subtotalRows } from '../row-kinds.ts';
import { chooseAlternatives } from './alternatives.ts';
import { countableRows, countedAddends, scoringGroups, spannedRows } from './counted-rows.ts';
import { fundsSelections } from './funds-scores.ts';
import { type Addend, addendOfRow, type Selection, weighAddend } from './selection.ts';

/** An accepted way of counting the scores of a form; `select` is empty where the way does not apply. */
export type WayOfCounting = {
  readonly key: string;
  readonly reading: Localized;
  /** `both`: the points of the form are counted so as well; `scores`: the way says nothing about points. */
  readonly counts: 'both' | 'scores';
  readonly select: (assessment: Assessment) => readonly Selection[];
};

/** In order of preference: the first that holds is the one reported. */
export const waysOfCounting: readonly WayOfCounting[] = [
  {
    key: 'all-rows',
    reading: { zh: '全部指标得分相加', en: 'all rows' },
    counts: 'both',
    select: (assessment) => [{ addends: countableRows(assessment).map(addendOfRow) }],
  },
  {
    key: 'without-subtotals',
    reading: { zh: '小计行不重复计入', en: 'rows without the subtotal rows' },
    counts: 'both',
    select: (assessment) =>
      subtotalRows(assessment.indicators).size > 0 ? [{ addends: countedAddends(assessment) }] : [],
  },
  {
    key: 'group-scores',
    reading: { zh: '未逐行评分的，按上级指标得分计', en: 'group scores where their rows have none' },
    counts: 'both',
    select: (assessment) =>
      scoringGroups(assessment).length > 0 ? [{ addends: countedAddends(assessment) }] : [],
  },
  {
    key: 'spanning-scores',
    reading: { zh: '跨行得分只计一次', en: 'a score that spans rows is counted once' },
    counts: 'scores',
    select: (assessment) =>
      spannedRows(assessment).size > 0 ? [{ addends: countedAddends(assessment) }] : [],
  },
  {
    key: 'without-execution',
    reading: { zh: '不含预算执行率得分', en: 'rows without the budget execution row' },
    counts: 'both',
    select: (assessment) => leaveOut(assessment, (addend) => addend.row?.kind === 'execution'),
  },
  {
    key: 'without-not-applicable',
    reading: { zh: '不适用的指标不计', en: 'rows that do not apply are left out' },
    counts: 'scores',
    select: (assessment) =>
      leaveOut(
        assessment,
        ({ row, score }) => row !== undefined && score === undefined && isNotApplicable(row),
      ),
  },
  {
    key: 'one-alternative',
    reading: { zh: '择一考核的指标只计其一', en: 'one of the alternative rows' },
    counts: 'both',
    select: (assessment) => chooseAlternatives(countedAddends(assessment)),
  },
  {
    key: 'funds-rows',
    reading: { zh: '预算执行得分取自资金行', en: 'the execution score stands in the funds rows' },
    counts: 'both',
    select: fundsSelections,
  },
  {
    key: 'without-bonus',
    reading: { zh: '不含加分项', en: 'rows without bonus points' },
    counts: 'both',
    select: (assessment) => leaveOut(assessment, ({ row }) => row !== undefined && isBonus(row)),
  },
  {
    key: 'capped-bonus',
    reading: { zh: '加分后以满分为限', en: 'bonus points up to the full mark' },
    counts: 'scores',
    select: (assessment) =>
      assessment.indicators.some(isBonus)
        ? [{ addends: countedAddends(assessment), cap: fullMark(assessment) }]
        : [],
  },
  {
    key: 'deductions',
    reading: { zh: '扣分项从总分中扣除', en: 'deduction rows are subtracted' },
    counts: 'scores',
    select: subtractDeductions,
  },
  {
    key: 'goal-weights',
    reading: { zh: '各目标得分按权重加权', en: 'goals weighted by their percentages' },
    counts: 'both',
    select: weighGoals,
  },
  {
    key: 'row-weights',
    reading: { zh: '各行得分按权重加权', en: 'row scores weighted by their percentages' },
    counts: 'scores',
    select: weighRows,
  },
  {
    key: 'rescaled',
    reading: { zh: '不适用指标剔除后按百分制折算', en: 'applicable rows rescaled to the full mark' },
    counts: 'scores',
    select: rescale,
  },
];

function fullMark(assessment: Assessment) {
  return assessment.total?.max ? exact(assessment.total.max.value) : customaryFullMark;
}

function leaveOut(assessment: Assessment, leaves: (addend: Addend) => boolean): readonly Selection[] {
  const counted = countedAddends(assessment);
  const kept = counted.filter((addend) => !leaves(addend));
  return kept.length === counted.length || kept.length === 0 ? [] : [{ addends: kept }];
}

function subtractDeductions(assessment: Assessment): readonly Selection[] {
  const isTaken = ({ row, score }: Addend) => row !== undefined && isDeduction(row) && score?.gt(0) === true;
  const counted = countedAddends(assessment);
  if (!counted.some(isTaken)) return [];
  return [{ addends: counted.map((addend) => (isTaken(addend) ? weighAddend(addend, exact(-1)) : addend)) }];
}

/** Outermost groups whose weights are percentages and add up to the whole, as in forms with several yearly goals. */
function weighGoals(assessment: Assessment): readonly Selection[] {
  const goals = assessment.groups.filter((group) => group.path.length === 1 && group.maxScore?.unit === '%');
  const weights = goals.map((goal) => exact(goal.maxScore?.value ?? '0').div(100));
  if (goals.length < 2 || !sum(weights).eq(1)) return [];
  const addends = countedAddends(assessment).map((addend) => {
    const index = goals.findIndex((goal) =>
      addend.row ? liesUnder(addend.row, goal.path) : addend.group?.path[0] === goal.path[0],
    );
    return weighAddend(addend, weights[index] ?? exact(1));
  });
  return [{ addends }];
}

/** Rows scored out of 100 each, whose points are percentages of the whole. */
function weighRows(assessment: Assessment): readonly Selection[] {
  const counted = countedAddends(assessment);
  const isWeighed = counted.length > 1 && counted.every(({ row }) => row?.maxScore?.unit === '%');
  if (!isWeighed || !sum(counted.map(({ max }) => max ?? zero)).eq(100)) return [];
  const weighed = counted.map(({ max, ...addend }) => weighAddend(addend, (max ?? zero).div(100)));
  return [{ addends: weighed }];
}

const rescaleWords = /折算|换算|折合|百分制/u;

/** Only where the document itself says that the remaining rows are brought back to the full mark. */
function rescale(assessment: Assessment): readonly Selection[] {
  const texts = [...assessment.remarks, ...assessment.indicators.flatMap((row) => row.standard ?? [])];
  if (!texts.some(({ text }) => rescaleWords.test(matchKey(text)))) return [];
  const kept = countedAddends(assessment).filter(({ row }) => row === undefined || !isNotApplicable(row));
  const points = sum(kept.map(({ max }) => max ?? zero));
  if (kept.length === 0 || points.lte(0) || kept.some(({ max }) => max === undefined)) return [];
  return [{ addends: kept, multiply: fullMark(assessment), divide: points }];
}
