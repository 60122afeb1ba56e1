import type { Localized } from '../../model/localized.ts';
import type { Rule } from '../rules/ast.ts';
import { variablesOf } from '../rules/variables.ts';
import { readStatements } from './statement.ts';

const period = /每个?月|各月|月度|逐月|每季度?|各季度|季度/;
const periodStated = /每个?月|各月|月度|逐月|\d+月|[一二三四五六七八九十]+月|季度|月均/;

/** Says so where a rule scores the mean of a series (monthly rates) and the evidence quotes one figure for the year. */
export function offMeasure(rule: Rule, evidence: string): Localized | undefined {
  const mean = variablesOf(rule).measures.find(({ definition }) => definition?.kind === 'mean');
  if (mean?.definition?.kind !== 'mean' || !period.test(mean.definition.of)) return undefined;
  const { text, stated } = readStatements(evidence);
  const hasFigure = stated.some(({ dimension }) => dimension === 'percent' || dimension === 'money');
  if (!hasFigure || periodStated.test(text)) return undefined;
  return {
    zh: `评分标准按“${mean.definition.of}”的平均数计算，佐证只有全年的数字`,
    en: `the standard scores the mean of "${mean.definition.of}"; the evidence gives figures for the whole year only`,
  };
}
