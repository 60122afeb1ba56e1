import { foldWidth } from '../text/fold.ts';
import { normalizeDecimal } from '../text/numeral.ts';
import { repair } from './draft-row.ts';
import type { IndicatorRow } from './indicator-row.ts';

/** A run of moved scores is no longer than this many rows. */
const longestRun = 8;

/**
 * Puts back scores that left their rows in moved text: a score glued to the end of its standard (`…扣完为止。1`), and a run of
 * scores that stand one row too high, which shows by a row that is a score alone and a row below it that has none.
 */
export function rejoinScores(rows: readonly IndicatorRow[]): readonly IndicatorRow[] {
  return lowerScores(rows.map(unglueScore));
}

function unglueScore(row: IndicatorRow): IndicatorRow {
  const { standard, points, selfScore } = row;
  if (row.arrangement !== 'ragged' || selfScore || !standard || !points) return row;
  const folded = foldWidth(standard.text);
  const match = /^(.*[。；;!）)])\s*(\d{1,2}(?:\.\d{1,2})?)$/s.exec(folded);
  const digits = match?.[2];
  if (digits === undefined || Number(digits) > Number(points.value)) return row;
  const because = {
    zh: `得分与评分标准粘连在同一单元格末尾，读作 ${digits}`,
    en: `the score is glued to the end of the standard’s cell; read as ${digits}`,
  };
  return {
    ...row,
    standard: { ...standard, text: match?.[1] ?? standard.text },
    selfScore: {
      raw: digits,
      value: normalizeDecimal(digits),
      decimals: digits.split('.')[1]?.length ?? 0,
      origin: 'moved',
      place: standard.place,
    },
    repairs: [...row.repairs, repair('selfScore', { to: digits }, because)],
  };
}

function lowerScores(rows: readonly IndicatorRow[]): readonly IndicatorRow[] {
  const lowered = [...rows];
  for (let start = 0; start < lowered.length; start += 1) {
    const first = lowered[start];
    if (first === undefined || !isScoreAlone(first)) continue;
    const end = lowered.findIndex((row, index) => index > start && row.points && !row.selfScore);
    const run = lowered.slice(start, end + 1);
    if (end < 0 || run.length > longestRun || !run.slice(1).every((row, index) => fits(row, run[index])))
      continue;
    const moved = run.slice(1).map((row, index) => takeScore(row, run[index] ?? row));
    lowered.splice(start, run.length, ...moved);
  }
  return lowered;
}

function isScoreAlone(row: IndicatorRow): boolean {
  const { name, points, selfScore, standard, definition, target, actual } = row;
  const others = [name, points, standard, definition, target, actual];
  return (
    row.arrangement === 'ragged' && selfScore !== undefined && others.every((field) => field === undefined)
  );
}

function fits(row: IndicatorRow, above: IndicatorRow | undefined): boolean {
  return (
    above?.selfScore !== undefined &&
    row.points !== undefined &&
    Number(above.selfScore.value) <= Number(row.points.value)
  );
}

function takeScore(row: IndicatorRow, above: IndicatorRow): IndicatorRow {
  const { selfScore: own, evidence: _evidence, reason: _reason, ...rest } = row;
  const because = {
    zh: '一段得分整体高出一行，按行数对应移回',
    en: 'a run of scores stands one row too high; each was moved back to its row',
  };
  return {
    ...rest,
    ...(above.selfScore ? { selfScore: { ...above.selfScore, origin: 'moved' as const } } : {}),
    ...(above.evidence ? { evidence: above.evidence } : {}),
    ...(above.reason ? { reason: above.reason } : {}),
    repairs: [...row.repairs, repair('selfScore', { from: own?.raw, to: above.selfScore?.raw }, because)],
  };
}
