import type { DecimalString } from '../model/decimal-string.ts';
import type { Printed } from '../model/printed.ts';
import type { DraftReading } from './draft-row.ts';
import { repair } from './draft-row.ts';
import { fromUnits, sumUnits, toUnits } from './exact-sum.ts';
import type { IndicatorRow } from './indicator-row.ts';
import { printScore } from './printed-number.ts';

/** A row whose next reading is this close may be settled by the sums of the table. */
const openMargin = 0.8;
/** A row whose next reading is this close, and which no sum settles, is not read. */
const undecidedMargin = 0.12;
const mostOpenRows = 10;

/**
 * The table as its own checksum: where single rows can be read in more than one way, the reading is taken that makes the
 * points add up to the full mark; a single row without points gets what is missing to it.
 */
export function settlePoints(
  rows: readonly IndicatorRow[],
  fullMark: DecimalString | undefined,
): readonly IndicatorRow[] {
  if (fullMark === undefined) return rows.map(leaveUndecided);
  const full = toUnits(fullMark);
  const sum = sumUnits(rows.map(({ points }) => points?.value));
  if (sum === full) return rows;
  const open = rows.flatMap((row, index) => (differingReadings(row).length > 0 ? [index] : []));
  const chosen =
    open.length > 0 && open.length <= mostOpenRows ? searchReadings(rows, open, full - sum) : undefined;
  if (chosen) return rows.map((row, index) => takeReading(row, chosen.get(index)));
  return fillSingleGap(rows, full - sum).map(leaveUndecided);
}

function differingReadings(row: IndicatorRow): readonly DraftReading[] {
  return row.others.filter(
    ({ points, selfScore, extraCost }) =>
      extraCost < openMargin &&
      (points?.score?.value !== row.points?.value || selfScore?.score?.value !== row.selfScore?.value),
  );
}

/** The cheapest set of other readings whose points close the gap; nothing when none or two equally cheap ones do. */
function searchReadings(
  rows: readonly IndicatorRow[],
  open: readonly number[],
  gap: bigint,
): ReadonlyMap<number, DraftReading> | undefined {
  let best: { cost: number; chosen: Map<number, DraftReading> } | undefined;
  const walk = (position: number, left: bigint, cost: number, chosen: Map<number, DraftReading>): void => {
    if (best && cost >= best.cost) return;
    if (left === 0n && chosen.size > 0) best = { cost, chosen: new Map(chosen) };
    const index = open[position];
    const row = index === undefined ? undefined : rows[index];
    if (index === undefined || row === undefined) return;
    walk(position + 1, left, cost, chosen);
    for (const reading of differingReadings(row)) {
      const gained = toUnits(reading.points?.score?.value ?? '0') - toUnits(row.points?.value ?? '0');
      chosen.set(index, reading);
      walk(position + 1, left - gained, cost + reading.extraCost, chosen);
      chosen.delete(index);
    }
  };
  walk(0, gap, 0, new Map());
  return best?.chosen;
}

function takeReading(row: IndicatorRow, reading: DraftReading | undefined): IndicatorRow {
  if (reading === undefined) return row;
  const { points: _points, selfScore: _selfScore, ...rest } = row;
  const points = reading.points && printScore(reading.points.cell, 'moved');
  const selfScore = reading.selfScore && printScore(reading.selfScore.cell, 'moved');
  const because = {
    zh: '本行单元格移位，按全表分值合计等于满分的读法取值',
    en: 'cells of this row have moved; read so that the points of the table add up to the full mark',
  };
  const change = { from: row.points?.raw, to: points?.raw };
  return {
    ...rest,
    ...(points ? { points } : {}),
    ...(selfScore ? { selfScore } : {}),
    repairs: [...row.repairs, repair('maxScore', change, because)],
  };
}

/** One row without points, and the others leave something for it that its score does not exceed. */
function fillSingleGap(rows: readonly IndicatorRow[], gap: bigint): readonly IndicatorRow[] {
  const blank = rows.filter(({ points }) => points === undefined);
  const [only] = blank;
  if (only === undefined || blank.length > 1 || gap <= 0n || only.selfScore === undefined) return rows;
  const largest = rows.reduce(
    (most, { points }) => (points && toUnits(points.value) > most ? toUnits(points.value) : most),
    0n,
  );
  if (toUnits(only.selfScore.value) > gap || gap > largest) return rows;
  const value = fromUnits(gap);
  const points: Printed = {
    raw: '',
    value,
    decimals: value.split('.')[1]?.length ?? 0,
    origin: 'solved',
    place: only.place,
  };
  const because = {
    zh: `本行未印分值；其余各行分值合计与满分相差 ${value}`,
    en: `no points are printed in this row; the other rows leave ${value} to the full mark`,
  };
  return rows.map((row) =>
    row === only
      ? { ...row, points, repairs: [...row.repairs, repair('maxScore', { to: value }, because)] }
      : row,
  );
}

/** Two readings as likely as each other: neither is reported. */
function leaveUndecided(row: IndicatorRow): IndicatorRow {
  const rival = row.others.find(
    ({ extraCost, points, selfScore }) =>
      extraCost < undecidedMargin &&
      (points?.score?.value !== row.points?.value || selfScore?.score?.value !== row.selfScore?.value),
  );
  if (rival === undefined || row.arrangement === 'drawn') return row;
  const { points, selfScore, ...rest } = row;
  const because = {
    zh: '本行数字可作两种读法，未予取值',
    en: 'the numbers of this row can be read in two ways; neither was taken',
  };
  const keepPoints = points && rival.points?.score?.value === points.value;
  const keepScore = selfScore && rival.selfScore?.score?.value === selfScore.value;
  return {
    ...rest,
    ...(keepPoints ? { points } : {}),
    ...(keepScore ? { selfScore } : {}),
    repairs: [...row.repairs, repair('row', { from: points?.raw ?? selfScore?.raw }, because)],
  };
}
