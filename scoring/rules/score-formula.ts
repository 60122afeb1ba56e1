import { Decimal } from 'decimal.js';
import type { DecimalString } from '../../model/decimal-string.ts';
import type { Formula, Measure } from './ast.ts';
import { parseFormula } from './formula.ts';

export type ScoreFormula = { readonly measure: Measure; readonly direction: 'forward' | 'inverse' };

/** Reads `完成率×分值`, `实际值/目标值×10`, `权重×B/A`: one factor is the row's points, the rest is the measure. */
export function readScoreFormula(expression: string, points: DecimalString): ScoreFormula | undefined {
  const formula = parseFormula(
    expression
      .replace(/(?:,|的)+$/, '')
      .replace(/分$/, (sign, at: number) => (/\d/.test(expression[at - 1] ?? '') ? '' : sign)),
  );
  const ratio = formula && withoutPoints(formula, points);
  if (!ratio) return undefined;
  const bare = dropHundredPercent(ratio);
  if (bare.kind === 'number') return undefined;
  if (bare.kind === 'operand') return { measure: { name: bare.name }, direction: 'forward' };
  if (isTargetOverActual(bare)) return { measure: { name: '' }, direction: 'inverse' };
  if (isActualOverTarget(bare)) return { measure: { name: '' }, direction: 'forward' };
  return { measure: { name: '', definition: bare }, direction: 'forward' };
}

/** The formula without the factor that stands for the points; `undefined` if there is none. */
function withoutPoints(formula: Formula, points: DecimalString): Formula | undefined {
  if (formula.kind !== 'binary') return undefined;
  if (formula.operator === '×') {
    if (isPoints(formula.right, points)) return formula.left;
    if (isPoints(formula.left, points)) return formula.right;
  }
  if (formula.operator !== '×' && formula.operator !== '÷') return undefined;
  const left = formula.left.kind === 'binary' ? withoutPoints(formula.left, points) : undefined;
  if (left) return { ...formula, left };
  if (formula.operator === '÷' && isPoints(formula.left, points)) return undefined;
  const right =
    formula.operator === '×' && formula.right.kind === 'binary'
      ? withoutPoints(formula.right, points)
      : undefined;
  return right && { ...formula, right };
}

function isPoints(formula: Formula, points: DecimalString): boolean {
  if (formula.kind === 'operand')
    return /(?:分值|权重|权重分|满分|标准分|分数|权数|总分|应得分)$/.test(formula.name);
  return (
    formula.kind === 'number' &&
    (formula.number.unit === '' || formula.number.unit === '分') &&
    new Decimal(formula.number.value).eq(points)
  );
}

function dropHundredPercent(formula: Formula): Formula {
  if (formula.kind !== 'binary' || formula.operator !== '×') return formula;
  const { right } = formula;
  return right.kind === 'number' && right.number.unit === '%' && right.number.value === '100'
    ? formula.left
    : formula;
}

const target = /^(?:年度|年初|全年|目标|指标|设定|计划|预期)*(?:目标值?|指标值?|计划(?:数|值)?|A)$/;
const actual = /^(?:年度|全年|指标)?(?:实际|完成)(?:完成)?(?:值|数|数值)?$|^B$/;

const isTargetOverActual = (formula: Formula): boolean => isRatioOf(formula, target, actual);
const isActualOverTarget = (formula: Formula): boolean => isRatioOf(formula, actual, target);

function isRatioOf(formula: Formula, above: RegExp, below: RegExp): boolean {
  return (
    formula.kind === 'binary' &&
    formula.operator === '÷' &&
    formula.left.kind === 'operand' &&
    formula.right.kind === 'operand' &&
    above.test(formula.left.name) &&
    below.test(formula.right.name)
  );
}
