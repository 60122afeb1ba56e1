import type { Decimal } from 'decimal.js';
import type { PrintedDate } from '../../text/date.ts';
import { between, type ScoreSet, union } from '../rules/score-set.ts';
import type { FormRules } from './form-rules.ts';
import type { TargetScores } from './target-scores.ts';
import type { Cells } from './target-value.ts';

const reached = /^(?:已|均已?|全部)?达成(?:年度|预期|全年|年初)*(?:绩效)?(?:指标|目标)(?:值)?$/;

/** Good, but no word of the three bands. */
const done =
  /^(?:已|均已?|全部)?(?:达成|达到|实现|完成)(?:了)?(?:年度|预期|全年|年初)*(?:绩效)?(?:指标|目标|效果)?(?:值)?$|^(?:达标|合格|合规|及时|优|优秀|已完成|按时完成|按期完成|如期完成|100%完成)$/;
const partly = /^部分(?:达成|完成|实现|达到)/;
const missed = /^(?:未|没有|尚未)(?:达成|完成|实现|达到|达标|开展|实施)/;

/** Scores for results in words: dates against dates, 达成, 部分达成 and 未达成 by bands. */
export function scoreWords(cells: Cells, points: Decimal, rules: FormRules): TargetScores | undefined {
  if (cells.target.kind === 'time' && cells.actual.kind === 'time')
    return scoreDates(cells.target.dates, cells.actual.dates, points);
  if (cells.actual.kind !== 'words') return undefined;
  const text = cells.actual.text.replace(/[\s。;；，,]+$/u, '').trim();
  const [high, low] = rules.bands.map((bound) => bound.times(points));
  if (!high || !low) return undefined;
  const common = { kind: 'bands', isOvershot: false, clause: `完成情况“${text.slice(0, 24)}”` } as const;
  if (partly.test(text)) return { ...common, isMet: false, scores: between(low, high) };
  if (missed.test(text)) return { ...common, isMet: false, scores: between(0, low) };
  if (reached.test(text)) return { ...common, isMet: true, scores: between(high, points) };
  return done.test(text) ? { ...common, isMet: true, scores: between(0, points) } : undefined;
}

/** Later than the latest day of the target is late, whatever that costs; not later is in time. */
function scoreDates(
  target: readonly PrintedDate[],
  actual: readonly PrintedDate[],
  points: Decimal,
): TargetScores | undefined {
  const [limit, reachedOn] = [target.at(-1), actual.at(-1)];
  if (!limit || !reachedOn) return undefined;
  const isLate = firstDay(reachedOn) > lastDay(limit);
  const below: ScoreSet = [
    { low: points.minus(points), lowIncluded: true, high: points, highIncluded: false },
  ];
  const clause = `目标${limit.raw}，完成${reachedOn.raw}`;
  if (isLate) return { kind: 'deadline', scores: below, isMet: false, isOvershot: false, clause };
  const isInTime = lastDay(reachedOn) <= lastDay(limit);
  return {
    kind: 'deadline',
    scores: union(below, between(points, points)),
    isMet: isInTime,
    isOvershot: false,
    clause,
    ...(isInTime ? { expected: points } : {}),
  };
}

const firstDay = ({ year, month, day }: PrintedDate): number =>
  year * 10000 + (month ?? 1) * 100 + (day ?? 1);
const lastDay = ({ year, month, day }: PrintedDate): number =>
  year * 10000 + (month ?? 12) * 100 + (day ?? 31);
