import type { Decimal } from 'decimal.js';
import type { Condition } from './ast.ts';
import { conditionKey } from './facts.ts';
import { computeFormula } from './measure-value.ts';
import type { Question } from './question.ts';

/** Is the condition met? `undefined`: the facts do not say. */
export function holds(
  condition: Condition,
  question: Question,
): { readonly is: boolean; readonly words: string } | undefined {
  const { facts, reading } = question;
  const fact = facts.get(conditionKey(condition));
  if (fact?.kind === 'truth') return { is: fact.holds, words: fact.words };
  if (condition.kind === 'words') return undefined;
  const left = computeFormula(condition.left, facts);
  const right = computeFormula(condition.right, facts);
  if (!left || !right) return undefined;
  const corners =
    reading === 'nominal'
      ? [compares(left.nominal, condition.relation, right.nominal)]
      : [
          compares(left.low, condition.relation, right.high),
          compares(left.high, condition.relation, right.low),
        ];
  const [is] = corners;
  if (is === undefined || corners.some((corner) => corner !== is)) return undefined;
  return {
    is,
    words: `${left.words}${is ? condition.relation : opposite(condition.relation)}${right.words}`,
  };
}

type Relation = Extract<Condition, { kind: 'compare' }>['relation'];

function compares(left: Decimal, relation: Relation, right: Decimal): boolean {
  const order = left.comparedTo(right);
  if (relation === '=') return order === 0;
  if (order === 0) return relation === '≤' || relation === '≥';
  return order < 0 === (relation === '<' || relation === '≤');
}

const opposite = (relation: Relation): string =>
  ({ '≤': '>', '<': '≥', '≥': '<', '>': '≤', '=': '≠' })[relation];
