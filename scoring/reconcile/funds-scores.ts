import type { Assessment, FundsRow } from '../../model/assessment.ts';
import { customaryFullMark, exact, sum, zero } from '../exact.ts';
import { countedAddends } from './counted-rows.ts';
import type { Addend, Selection } from './selection.ts';

/**
 * Ways in which scores of the funds block enter the total: its total row where no execution row was read, its parts
 * instead of that row, and both where the points of the form add up to the full mark only so.
 */
export function fundsSelections(assessment: Assessment): readonly Selection[] {
  const counted = countedAddends(assessment);
  const rows = counted.filter(({ row }) => row?.kind !== 'execution');
  const totals = scored(assessment.funds.filter((row) => row.isTotal));
  const parts = scored(assessment.funds.filter((row) => !row.isTotal));
  const hasExecution = rows.length < counted.length;
  const selections: Selection[] = [];
  if (!hasExecution && totals.length > 0) selections.push({ addends: [...rows, ...totals] });
  if (parts.length > 0) selections.push({ addends: [...rows, ...parts] });
  const twice = { addends: [...(hasExecution ? counted : [...rows, ...totals]), ...parts] };
  if (parts.length > 0 && fillsFullMark(assessment, twice)) selections.push(twice);
  return selections;
}

function scored(rows: readonly FundsRow[]): readonly Addend[] {
  return rows.flatMap(({ score, points }) =>
    score === undefined
      ? []
      : [
          {
            score: exact(score.value),
            decimals: score.decimals,
            ...(points === undefined ? {} : { max: exact(points.value) }),
          },
        ],
  );
}

function fillsFullMark(assessment: Assessment, selection: Selection): boolean {
  const full = assessment.total?.max ? exact(assessment.total.max.value) : customaryFullMark;
  return sum(selection.addends.map(({ max }) => max ?? zero)).eq(full);
}
