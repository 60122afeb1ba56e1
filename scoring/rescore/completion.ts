import type { Indicator } from '../../model/assessment.ts';
import { readComparedValue } from '../../text/compared-value.ts';
import { measure } from '../evidence/statement.ts';
import type { Measured } from '../rules/facts.ts';

/** Actual ÷ target where both are plain numbers of one kind; for rules that speak of 完成率. */
export function completionOf(row: Indicator): readonly Measured[] | undefined {
  const target = numberOf(row.target?.text);
  const actual = numberOf(row.actual?.text);
  if (!target || !actual || target.unit !== actual.unit || target.measured.low.lte(0)) return undefined;
  const [top, bottom] = [actual.measured, target.measured];
  return [
    {
      nominal: top.nominal.div(bottom.nominal),
      low: top.low.div(bottom.nominal),
      high: top.high.div(bottom.nominal),
      words: `${top.words}÷${bottom.words}＝${top.nominal.div(bottom.nominal).times(100).toFixed(2)}%`,
    },
  ];
}

function numberOf(
  text: string | undefined,
): { readonly measured: Measured; readonly unit: string | undefined } | undefined {
  const value = text === undefined ? undefined : readComparedValue(text);
  if (value?.kind !== 'number') return undefined;
  const { numeral } = value;
  return { measured: measure({ ...numeral, raw: numeral.value }), unit: numeral.unit };
}
