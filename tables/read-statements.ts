import type { Statement } from '../model/assessment.ts';
import { foldWidth } from '../text/fold.ts';
import { normalizeDecimal } from '../text/numeral.ts';
import type { Line } from './line.ts';

const totalSaid =
  /(?:自评(?:综合|总体|最终)?(?:得分|总分|分数|总得分|结果)|综合(?:评分|得分|评价得分)|总得分|评价总分|自评总分|最终得分|绩效评分|自评分)[^。；;，,0-9]{0,10}?(\d{1,3}(?:\.\d+)?)\s*分/g;

/** Totals that sentences of the prose state (自评得分为96.8分). */
export function readStatements(lines: readonly Line[]): readonly Statement[] {
  return lines.flatMap((line): readonly Statement[] => {
    if (line.kind !== 'prose') return [];
    const folded = foldWidth(line.text);
    return [...folded.matchAll(totalSaid)].map((match) => ({
      kind: 'total',
      value: normalizeDecimal(match[1] ?? '0'),
      quote: match[0],
      place: line.place,
    }));
  });
}
