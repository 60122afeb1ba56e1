import type { Assessment, FundsRow, Group, Indicator } from '../model/assessment.ts';
import type { Finding, FindingCode } from '../model/finding.ts';
import type { Place } from '../model/place.ts';
import type { Printed } from '../model/printed.ts';
import type { Recognition } from '../model/recognition.ts';

/** A number or a text of an assessment, as far as it matters how it was read. */
export type ReadFigure = {
  readonly place: Place;
  readonly raw?: string;
  readonly text?: string;
  readonly origin?: Printed['origin'];
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
  if (subject === 'total')
    return [...ofTotal(assessment, side), ...ofRows(assessment, side), ...(assessment.doubtfulCells ?? [])];
  return ofGroup(subject, assessment, side);
}

/** Doubtful cells that stand in the rows of something, also those of which nothing was taken. */
function doubtfulIn(
  parts: readonly { readonly place: Place }[],
  { doubtfulCells = [] }: Assessment,
): readonly ReadFigure[] {
  return doubtfulCells.filter(({ place }) =>
    parts.some((part) => part.place.table === place.table && part.place.row === place.row),
  );
}

function behindRow(row: Indicator, code: FindingCode, assessment: Assessment): readonly ReadFigure[] {
  const scores = [...present([row.selfScore, row.maxScore]), ...doubtfulIn([row], assessment)];
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
function ofGroup(subject: string, assessment: Assessment, side: Side): readonly ReadFigure[] {
  const { indicators, groups } = assessment;
  const lies = ({ path }: { readonly path: readonly string[] }): boolean =>
    `${path.join(' / ')} / `.startsWith(`${subject} / `);
  const parts = [...groups.filter(lies), ...indicators.filter(lies)];
  return [...parts.flatMap((scored) => sideOf(scored, side)), ...doubtfulIn(parts, assessment)];
}

function ofBudget(assessment: Assessment): readonly ReadFigure[] {
  const { budget, funds } = assessment;
  const ofFunds = (row: FundsRow): readonly ReadFigure[] =>
    present([row.initial, row.adjusted, row.executed, row.rate, row.points, row.score]);
  return [
    ...present([budget?.total, ...(budget?.parts ?? []).map(({ amount }) => amount)]),
    ...funds.flatMap(ofFunds),
    ...doubtfulIn(funds, assessment),
  ];
}
