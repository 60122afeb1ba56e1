import type { Assessment, GradeLine } from '../../model/assessment.ts';
import type { GradeOutcome, TotalOutcome } from '../../model/finding.ts';
import { customaryFullMark, type Exactly, exact } from '../exact.ts';
import { readGradeLabel } from './grade-labels.ts';
import { bandOfLabel, bandsContaining, type GradeScale } from './grade-scale.ts';

/** Holds the printed grade against the band of the total: the printed total, or the recomputed one where none is printed. */
export function judgeGrade(assessment: Assessment, scale: GradeScale, total: TotalOutcome): GradeOutcome {
  const printed = assessment.grade && printedGrade(assessment.grade);
  const labels = expectedLabels(assessment, scale, total);
  const expected = labels[0];
  const base = {
    bands: scale.source,
    ...(printed === undefined ? {} : { printed }),
    ...(expected === undefined ? {} : { expected }),
  };
  if (printed === undefined) return { ...base, verdict: 'not-printed' };
  if (isAmbiguous(assessment.grade) || expected === undefined) return { ...base, verdict: 'undetermined' };
  const label = scale.bands.some((band) => band.label === printed) ? printed : readGradeLabel(printed);
  const band = label === undefined ? undefined : bandOfLabel(scale, label);
  if (band === undefined) return { ...base, verdict: 'undetermined' };
  return { ...base, verdict: labels.includes(band.label) ? 'agrees' : 'disagrees' };
}

/** The chosen options, joined where several are; otherwise what is written out. */
function printedGrade({ options, written }: GradeLine): string | undefined {
  const chosen = options.filter((option) => option.chosen).map(({ label }) => label);
  return chosen.length > 0 ? chosen.join('、') : written?.trim() || undefined;
}

export function isAmbiguous(grade: GradeLine | undefined): boolean {
  return (grade?.options.filter((option) => option.chosen).length ?? 0) > 1;
}

/** Would another total fall into another band? Silent where either lies in a gap. */
export function changesBand(scale: GradeScale, printed: Exactly, other: Exactly): boolean {
  const before = bandsContaining(scale, printed)[0];
  const after = bandsContaining(scale, other)[0];
  return before !== undefined && after !== undefined && before !== after;
}

/** Labels of the bands that the total lies in, best first; empty where the total or its band is open. */
function expectedLabels(assessment: Assessment, scale: GradeScale, total: TotalOutcome): readonly string[] {
  if (scale.source !== 'document' && !isOutOfHundred(assessment)) return [];
  const printed = assessment.total?.printed;
  if (printed) return bandsContaining(scale, exact(printed.value)).map(({ label }) => label);
  if (assessment.indicators.every(({ selfScore }) => selfScore === undefined)) return [];
  const low = bandsContaining(scale, exact(total.low))[0];
  const high = bandsContaining(scale, exact(total.high))[0];
  return low !== undefined && low === high ? [low.label] : [];
}

function isOutOfHundred({ total }: Assessment): boolean {
  return total?.max === undefined || exact(total.max.value).eq(customaryFullMark);
}
