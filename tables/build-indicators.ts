import type { FundsRow, Indicator } from '../model/assessment.ts';
import type { Note } from '../model/note.ts';
import { note } from '../model/outcome-channels.ts';
import type { Place } from '../model/place.ts';
import type { Hierarchy, PlacedRow } from './settle-groups.ts';

/** What a repaired or doubtful reading costs a row's confidence. */
const repairCost = 0.06;
const closeMargin = 0.8;

type Options = { readonly execution?: FundsRow | undefined; readonly scored: boolean };

/** Numbers the rows and gives each its path; rows that hold neither points nor a score are reported as not read. */
export function buildIndicators(
  hierarchy: Hierarchy,
  { execution, scored }: Options,
): { readonly indicators: readonly Indicator[]; readonly notes: readonly Note[] } {
  const notes: Note[] = [];
  const pointed = hierarchy.rows.some(({ row }) => row.points !== undefined);
  const kept = hierarchy.rows.filter((placed) => {
    if (isIndicator(placed, scored && pointed ? 'points' : scored ? 'scores' : 'values')) return true;
    if (!isGroupOnly(placed)) notes.push(notRead(placed));
    return false;
  });
  for (const { row } of kept) if (row.name === undefined) notes.push(nameNotRead(row.place));
  const first: readonly Omit<Indicator, 'id'>[] = execution ? [executionIndicator(execution)] : [];
  const indicators = [...first, ...kept.map(toIndicator)].map((indicator, index) => ({
    ...indicator,
    id: `r${index + 1}`,
  }));
  return { indicators, notes };
}

/** What a form prints by which an indicator is known: points, else scores, else targets and results alone. */
type Measure = 'points' | 'scores' | 'values';

function isIndicator({ row }: PlacedRow, measure: Measure): boolean {
  const { points, selfScore, target, actual, standard, name } = row;
  if (selfScore !== undefined) return true;
  const value = target ?? actual;
  if (measure === 'values') return value !== undefined;
  if (measure === 'scores') return name !== undefined && value !== undefined;
  return points !== undefined && (name ?? standard ?? value) !== undefined;
}

/** A row that only prints a level of its own (采购管理 | 10). */
function isGroupOnly({ row }: PlacedRow): boolean {
  const holds = row.name ?? row.standard ?? row.target ?? row.actual ?? row.points;
  return row.groups.length > 0 && holds === undefined;
}

function nameNotRead(place: Place): Note {
  return note(
    'table/name-not-read',
    {
      zh: '这一行未印或未能读出指标名称',
      en: 'no indicator name is printed in this row, or it could not be read',
    },
    place,
  );
}

function notRead({ row }: PlacedRow): Note {
  const shown = row.name ?? row.standard?.text.slice(0, 40) ?? row.definition?.text.slice(0, 40) ?? '';
  return note(
    'table/row-not-read',
    { zh: `这一行没有可读的分值和得分：${shown}`, en: `this row has no readable points or score: ${shown}` },
    row.place,
  );
}

function toIndicator({ row, above, repairs }: PlacedRow): Omit<Indicator, 'id'> {
  const all = [...row.repairs, ...repairs];
  const doubt = row.margin < closeMargin ? (closeMargin - row.margin) * 0.4 : 0;
  const confidence = Math.max(0.05, 0.99 - repairCost * all.length - doubt);
  return {
    path: pathOf(above, row.name ?? ''),
    kind: 'indicator',
    ...(row.points ? { maxScore: row.points } : {}),
    ...(row.selfScore ? { selfScore: row.selfScore } : {}),
    ...(row.definition ? { definition: row.definition } : {}),
    ...(row.standard ? { standard: row.standard } : {}),
    ...(row.target ? { target: row.target } : {}),
    ...(row.actual ? { actual: row.actual } : {}),
    ...(row.evidence ? { evidence: row.evidence } : {}),
    ...(row.reason ? { deviationReason: row.reason } : {}),
    ...(row.rubricRow === undefined ? {} : { rubricRow: row.rubricRow }),
    confidence: Math.round(confidence * 100) / 100,
    repairs: all,
    place: row.place,
  };
}

function pathOf(above: readonly string[], name: string): [string, ...string[]] {
  const [first, ...rest] = above;
  return first === undefined ? [name] : [first, ...rest, name];
}

/** The funds row that carries points stands for the budget execution of the whole form. */
function executionIndicator(funds: FundsRow): Omit<Indicator, 'id'> {
  return {
    path: ['预算执行率'],
    kind: 'execution',
    ...(funds.points ? { maxScore: funds.points } : {}),
    ...(funds.score ? { selfScore: funds.score } : {}),
    ...(funds.rate ? { actual: { text: funds.rate.raw, place: funds.rate.place } } : {}),
    confidence: 0.99,
    repairs: [],
    place: funds.place,
  };
}
