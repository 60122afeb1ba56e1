import type {
  Accrual,
  Award,
  Bound,
  Condition,
  Deduction,
  Loss,
  Measure,
  Part,
  Range,
  Rule,
  Tier,
} from './ast.ts';
import { printFormula } from './formula.ts';
import { printQuantity } from './quantity.ts';
import { printRange } from './range.ts';

/** The rule in canonical words: reading them again gives the same rule. */
export function printRule(rule: Rule): string {
  return `${definitionsOf(rule)}${print(rule, 0)}`;
}

/** Each definition once, before the rule that uses it. */
function definitionsOf(rule: Rule): string {
  const texts = measuresOf(rule).flatMap(({ name, definition }) =>
    definition && name !== '' ? [`${name}=${printFormula(definition)}。`] : [],
  );
  return [...new Set(texts)].join('');
}

function print(rule: Rule, depth: number): string {
  switch (rule.kind) {
    case 'all-or-nothing':
      return `${condition(rule.condition)}的，得满分，否则不得分。`;
    case 'check':
      return `${condition(rule.condition)}的，${award(rule.met)}，否则${award(rule.unmet)}。`;
    case 'tiers':
      return `${rule.tiers.map((tier) => printTier(tier, rule.measure)).join('；')}。`;
    case 'proportional':
      return printProportional(rule);
    case 'deduction':
      return `${rule.deductions.map(printDeduction).join('；')}${rule.most === undefined ? '' : `，最多扣${rule.most}分`}，扣完为止。`;
    case 'accrual':
      return `${rule.items.map(printAccrual).join('；')}，满分为止。`;
    case 'sum':
      return printSum(rule.parts, depth);
    case 'grades':
      return `${rule.grades.map((grade) => `${condition(grade.condition)}的，${award(grade.award)}`).join('；')}。`;
    case 'bands':
      return printBands(rule.bounds);
    case 'sub-scores':
      return `${print(rule.each, depth)}${rule.qualitative ? print(rule.qualitative, depth) : ''}综合得分=各指标得分合计。`;
    case 'by-scale':
      return `${rule.cases.map((each) => `${printRange({ name: rule.measure.name, range: each.range })}的，${print(each.rule, depth).replace(/，扣完为止。$/, '')}`).join('；')}，扣完为止。`;
    case 'one-of':
      return `以下两项择其一：${rule.rules.map((each, index) => `${mark(depth, index)}${print(each, depth + 1)}`).join('')}`;
    case 'gate':
      return `如${condition(rule.condition)}的，不得分。${print(rule.rule, depth)}`;
    case 'waiver':
      return `${print(rule.rule, depth)}${condition(rule.condition)}的，得满分。`;
    case 'with-discretion':
      return `${condition(rule.condition)}的，酌情扣分。${print(rule.rule, depth)}`;
    case 'equal-split':
      return '分值按三级指标个数平均确定。';
    case 'discretion':
      return '酌情给分。';
  }
}

const marks = [
  (index: number) => `${index + 1}.`,
  (index: number) => `(${index + 1})`,
  (index: number) => String.fromCharCode('①'.charCodeAt(0) + index),
] as const;

const mark = (depth: number, index: number): string => (marks[depth] ?? marks[2])(index);

function printSum(parts: readonly Part[], depth: number): string {
  const items = parts.map(({ name, size, rule }, index) => {
    const head = size.kind === 'points' ? `${name}(${size.points}分)：` : '';
    return `${mark(depth, index)}${head}${print(rule, depth + 1)}`;
  });
  const shares = parts.flatMap(({ size }) => (size.kind === 'share' ? [percent(size.share)] : []));
  const isEqual = new Set(shares).size === 1;
  const head = isEqual ? `各项得分各占1/${shares.length}：` : `各项得分分别占${shares.join('、')}：`;
  return `${shares.length === 0 ? '' : head}${items.join('')}`;
}

const percent = (share: string): string => `${Number((Number(share) * 100).toFixed(6))}%`;

function condition(of: Condition): string {
  return of.kind === 'words' ? of.words : `${printFormula(of.left)}${of.relation}${printFormula(of.right)}`;
}

function award(given: Award): string {
  switch (given.kind) {
    case 'full':
      return '得满分';
    case 'points':
      return given.points === '0' ? '不得分' : `得${given.points}分`;
    case 'share':
      return given.share === '0.5' ? '得一半分' : `得${percent(given.share)}的分值`;
    case 'span':
      return `得${bound(given.low)}-${bound(given.high)}分`;
    case 'discretion':
      return '酌情给分';
    case 'proportional':
      return '得分=完成率×分值';
    case 'in-proportion':
      return '按比例得分';
  }
}

const bound = ({ at }: Bound): string => at.value;

function printTier(tier: Tier, measure: Measure): string {
  const words =
    tier.award.kind === 'proportional' ? `得分=${measure.name || '完成率'}×分值` : award(tier.award);
  return `${printRange({ name: measure.name, range: tier.range })}的，${words}`;
}

function printProportional({ measure, direction }: Extract<Rule, { kind: 'proportional' }>): string {
  if (direction === 'inverse') return '得分=指标值/实际值×分值。';
  if (direction === 'deficit') return `按${measure.name}的比例扣分。`;
  if (measure.name !== '') return `得分=${measure.name}×分值。`;
  return measure.definition
    ? `得分=(${printFormula(measure.definition)})×分值。`
    : '得分=实际值/目标值×分值。';
}

function loss(of: Loss): string {
  return of.kind === 'points' ? `扣${of.points}分` : `扣${percent(of.share)}的分值`;
}

const endings = { whole: '(含)', started: '', proportional: '', unstated: '' } as const;
const notes = {
  whole: '',
  started: '，不足一个单位的按一个单位计算',
  proportional: '，不足一个单位的按比例扣分',
  unstated: '',
} as const;

const sideWords = { above: '超过', below: '低于', either: '偏离' } as const;

function sideRange(side: keyof typeof sideWords, bound: Bound): Range {
  switch (side) {
    case 'above':
      return { low: bound };
    case 'below':
      return { high: bound };
    case 'either':
      return { low: { ...bound, included: true }, high: { ...bound, included: true } };
  }
}

function printDeduction(deduction: Deduction): string {
  switch (deduction.kind) {
    case 'occurrence': {
      const event = deduction.event === '' ? '' : `${deduction.event}的，`;
      return `${event}每${deduction.every}${deduction.counter}${loss(deduction.loss)}`;
    }
    case 'per-unit': {
      const { measure, side, threshold, unit, partial } = deduction;
      const context = threshold
        ? `${printRange({ name: measure.name, range: sideRange(side, { at: threshold, included: false }) })}的，`
        : measure.name === ''
          ? ''
          : `${measure.name}，`;
      return `${context}每${sideWords[side]}${printQuantity(unit)}${endings[partial]}${loss(deduction.loss)}${notes[partial]}`;
    }
    case 'flat':
      return `${condition(deduction.condition)}的，${loss(deduction.loss)}`;
    case 'zero':
      return deduction.condition.kind === 'words' && deduction.condition.words === '否则'
        ? '否则不得分'
        : `${condition(deduction.condition)}的，不得分`;
    case 'zero-range':
      return `${printRange({ name: deduction.measure.name, range: deduction.range })}的，不得分`;
    case 'discretion':
      return `${condition(deduction.condition)}的，酌情扣分`;
  }
}

const printAccrual = ({ event, every, counter, points }: Accrual): string =>
  `${event}的，每${every}${counter}得${points}分`;

function printBands([high, low]: readonly [string, string]): string {
  return `分别按照分值区间100%-${percent(high)}(含)、${percent(high)}-${percent(low)}(含)、${percent(low)}-0%确定分值。`;
}

function measuresOf(rule: Rule): readonly Measure[] {
  switch (rule.kind) {
    case 'tiers':
    case 'proportional':
      return [rule.measure];
    case 'deduction':
      return rule.deductions.flatMap((each) => ('measure' in each ? [each.measure] : []));
    case 'sum':
      return rule.parts.flatMap((part) => measuresOf(part.rule));
    case 'sub-scores':
      return measuresOf(rule.each);
    case 'by-scale':
      return rule.cases.flatMap((each) => measuresOf(each.rule));
    case 'one-of':
      return rule.rules.flatMap(measuresOf);
    case 'gate':
    case 'waiver':
    case 'with-discretion':
      return measuresOf(rule.rule);
    default:
      return [];
  }
}
