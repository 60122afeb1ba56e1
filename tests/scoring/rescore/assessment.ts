import type { Assessment, FundsRow, Indicator } from '../../../model/assessment.ts';
import type { Printed } from '../../../model/printed.ts';
import { readNumeral } from '../../../text/numeral.ts';

/** A printed number from its token. */
export function printed(raw: string): Printed {
  const numeral = readNumeral(raw);
  if (!numeral) throw new Error(`no number: ${raw}`);
  return { raw, ...numeral, origin: 'printed', place: {} };
}

type RowTexts = {
  readonly name?: string;
  readonly points?: string;
  readonly score?: string;
  readonly standard?: string;
  readonly rubric?: string;
  readonly evidence?: string;
  readonly target?: string;
  readonly actual?: string;
  readonly reason?: string;
  readonly kind?: Indicator['kind'];
};

const text = (of: string | undefined) => (of === undefined ? undefined : { text: of, place: {} });

/** One row of an assessment from what is printed in it. */
export function row(texts: RowTexts): Indicator {
  const fields = {
    maxScore: texts.points === undefined ? undefined : printed(texts.points),
    selfScore: texts.score === undefined ? undefined : printed(texts.score),
    standard: text(texts.standard),
    rubricStandard: texts.rubric,
    evidence: text(texts.evidence),
    target: text(texts.target),
    actual: text(texts.actual),
    deviationReason: text(texts.reason),
  };
  const present = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return {
    id: 'r1',
    path: [texts.name ?? '指标'],
    kind: texts.kind ?? 'indicator',
    confidence: 1,
    repairs: [],
    place: {},
    ...present,
  };
}

/** A form with these rows. */
export function form(rows: readonly Indicator[], rest: Partial<Assessment> = {}): Assessment {
  return {
    form: 'project',
    columns: ['level1', 'points', 'target', 'actual', 'selfScore', 'reason'],
    indicators: rows.map((each, index) => ({ ...each, id: `r${index + 1}` })),
    groups: [],
    funds: [],
    statements: [],
    remarks: [],
    notes: [],
    ...rest,
  };
}

export function funds(adjusted: string, executed: string, rate: string): FundsRow {
  return {
    name: '年度资金总额',
    isTotal: true,
    adjusted: printed(adjusted),
    executed: printed(executed),
    rate: printed(rate),
    place: {},
  };
}
