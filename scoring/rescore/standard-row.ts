import { Decimal } from 'decimal.js';
import type { Indicator } from '../../model/assessment.ts';
import type { Outcome, OutcomeRemark } from '../../model/outcome.ts';
import { isBlankReason } from '../../text/blank-mark.ts';
import { failedClaims } from '../evidence/arithmetic.ts';
import { bindEvidence } from '../evidence/bind.ts';
import { offMeasure } from '../evidence/off-measure.ts';
import { compileRule, type Understood } from '../rules/compile.ts';
import { type Fact, type Facts, rowKeys } from '../rules/facts.ts';
import { completionOf } from './completion.ts';
import { judge } from './judge.ts';
import type { Precision } from './rounding.ts';

/** The text of a row's standard and where it came from. */
export type StandardText = { readonly text: string; readonly basis: 'standard' | 'rubric' };

/** The row's own standard, or the rubric's where it is lost. A definition that holds a formula belongs to it. */
export function standardOf(row: Indicator): StandardText | undefined {
  const own = row.standard?.text.trim() ?? '';
  if (own !== '') return { text: withDefinition(own, row.definition?.text), basis: 'standard' };
  const rubric = row.rubricStandard?.trim() ?? '';
  return rubric === '' ? undefined : { text: rubric, basis: 'rubric' };
}

function withDefinition(standard: string, definition: string | undefined): string {
  const formula =
    definition && /[^。；;]{2,40}[=＝][^。；;]*[/÷／][^。；;]*/.exec(definition.replace(/\s/g, ''))?.[0];
  return formula && !/[=＝][^。；;]*[/÷／]/.test(standard) ? `${formula}。${standard}` : standard;
}

/** Recomputes a row from its scoring standard and its evidence. */
export function rescoreByStandard(row: Indicator, standard: StandardText, precision: Precision): Outcome {
  const points = row.maxScore?.value;
  if (points === undefined) return notUnderstood(standard, '分值缺失', 'the row has no points');
  const compiled = compileRule(standard.text, points);
  if (compiled.kind === 'not-understood')
    return notUnderstood(standard, compiled.leftover, compiled.leftover);
  const facts = factsOf(row, compiled);
  const outcome = judge({
    compiled,
    points: new Decimal(points),
    score: row.selfScore,
    precision,
    facts,
    basis: standard.basis,
    remarks: remarksOf(row, compiled, facts),
    explains: explainsLoss(row),
  });
  return standard.basis === 'rubric' ? sayRubric(outcome) : outcome;
}

/** Evidence and, where the form has them, target and actual result; longer evidence stands in either of two columns. */
function factsOf(row: Indicator, { rule }: Understood): Facts {
  const name = row.path.at(-1) ?? '';
  const texts = [row.evidence?.text, row.deviationReason?.text].filter((text) => text !== undefined);
  const facts = new Map<string, Fact>(
    texts.length === 0 ? [] : bindEvidence(rule, texts.join('。'), { name }),
  );
  const completion = completionOf(row);
  if (completion)
    facts.set(rowKeys.completion, { kind: 'number', strength: 'certain', readings: completion });
  return facts;
}

const shortfall = /未|部分|不足|扣|滞后|延|推迟|问题|逾期|超出|超支|欠|缺|改进|整改|原因|因|较低|偏低|差/;
const denials = /(?:未|没有|无|不存在)(?:收到|发生|发现|出现|超出|超过|存在|被|产生)?[^,，。；;]{0,16}/g;

/** Any word of a shortfall may be the reason; what is only denied (未收到投诉) is none. */
function explainsLoss({ evidence, deviationReason }: Indicator): boolean {
  const reason = deviationReason?.text ?? '';
  return !isBlankReason(reason) || shortfall.test((evidence?.text ?? '').replace(denials, ''));
}

function remarksOf(row: Indicator, { rule }: Understood, facts: Facts): readonly OutcomeRemark[] {
  const { evidence } = row;
  if (!evidence) return [];
  const failed = failedClaims(evidence.text, rule, facts).map(
    ({ stated, computed, working }): OutcomeRemark => ({
      kind: 'arithmetic-mismatch',
      printed: stated,
      recomputed: computed,
      message: {
        zh: `佐证写${stated}，按其数字${working}`,
        en: `the evidence states ${stated}; its own numbers give ${working}`,
      },
      place: evidence.place,
    }),
  );
  const off = offMeasure(rule, evidence.text);
  return off ? [...failed, { kind: 'off-measure', message: off, place: evidence.place }] : failed;
}

function notUnderstood({ basis }: StandardText, zh: string, en: string): Outcome {
  return {
    verdict: 'not-understood',
    basis,
    because: {
      zh: `评分标准未能完全读懂：${zh.slice(0, 80)}`,
      en: `the scoring standard was not wholly understood: ${en.slice(0, 80)}`,
    },
  };
}

function sayRubric(outcome: Outcome): Outcome {
  const { zh, en } = outcome.because;
  return {
    ...outcome,
    because: {
      zh: `${zh}（本行标准缺失，按该表样的标准）`,
      en: `${en} (the row's own standard is lost; the form's rubric was used)`,
    },
  };
}
