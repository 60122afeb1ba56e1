import type { Assessment, FundsRow, Group, Indicator } from '../model/assessment.ts';
import type { Finding, FindingCode } from '../model/finding.ts';
import type { Place } from '../model/place.ts';
import type { Recognition } from '../model/recognition.ts';

/** A number or a text of an assessment, as far as it matters how it was read. */
export type ReadFigure = {
  readonly place: Place;
  readonly raw?: string;
  readonly text?: string;
  readonly recognition?: Recognition | undefined;
};

/** Findings about a row that its figures alone decide, whatever its texts say. */
const byFiguresAlone: readonly FindingCode[] = ['score/above-max', 'score/negative', 'score/missing'];

const present = (figures: readonly (ReadFigure | undefined)[]): readonly ReadFigure[] =>
  figures.filter((figure) => figure !== undefined);

/**
 * All figures and texts of the assessment that a finding rests on: had one of them been read otherwise, there might be no such
 * finding.
 */
export function figuresBehind(
  { code, subject }: Pick<Finding, 'code' | 'subject'>,
  assessment: Assessment,
): readonly ReadFigure[] {
  const row = assessment.indicators.find(({ id }) => id === subject);
  if (row !== undefined) return behindRow(row, code, assessment);
  if (subject === 'budget') return ofBudget(assessment);
  if (subject === 'grade') return present([assessment.total?.printed, assessment.grade]);
  const side = code.startsWith('points/') ? 'maxScore' : code.startsWith('total/') ? 'selfScore' : undefined;
  if (subject === 'total') return [...ofTotal(assessment, side), ...ofRows(assessment, side)];
  return ofGroup(subject, assessment, side);
}

function behindRow(row: Indicator, code: FindingCode, assessment: Assessment): readonly ReadFigure[] {
  const scores = present([row.selfScore, row.maxScore]);
  if (byFiguresAlone.includes(code)) return scores;
  const texts = present([row.standard, row.target, row.actual, row.evidence, row.definition]);
  return [...scores, ...texts, ...(row.kind === 'execution' ? ofBudget(assessment) : [])];
}

/** Points, scores, or both. */
type Side = 'maxScore' | 'selfScore' | undefined;

function sideOf(
  scored: Pick<Indicator | Group, 'maxScore' | 'selfScore'>,
  side: Side,
): readonly ReadFigure[] {
  return present(side === undefined ? [scored.selfScore, scored.maxScore] : [scored[side]]);
}

function ofTotal({ total }: Assessment, side: Side): readonly ReadFigure[] {
  return sideOf({ selfScore: total?.printed, maxScore: total?.max }, side);
}

function ofRows({ indicators, groups, funds }: Assessment, side: Side): readonly ReadFigure[] {
  return [
    ...[...indicators, ...groups].flatMap((scored) => sideOf(scored, side)),
    ...funds.flatMap(({ points, score }) => sideOf({ maxScore: points, selfScore: score }, side)),
  ];
}

/** `subject` is the group's path joined by ` / `. */
function ofGroup(subject: string, { indicators, groups }: Assessment, side: Side): readonly ReadFigure[] {
  const lies = ({ path }: { readonly path: readonly string[] }): boolean =>
    `${path.join(' / ')} / `.startsWith(`${subject} / `);
  return [...groups.filter(lies), ...indicators.filter(lies)].flatMap((scored) => sideOf(scored, side));
}

function ofBudget({ budget, funds }: Assessment): readonly ReadFigure[] {
  const ofFunds = (row: FundsRow): readonly ReadFigure[] =>
    present([row.initial, row.adjusted, row.executed, row.rate, row.points, row.score]);
  return [
    ...present([budget?.total, ...(budget?.parts ?? []).map(({ amount }) => amount)]),
    ...funds.flatMap(ofFunds),
  ];
}
