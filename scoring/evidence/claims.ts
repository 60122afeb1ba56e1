import { Decimal } from 'decimal.js';
import { containment, shingles } from '../../text/similarity.ts';
import type { Rule } from '../rules/ast.ts';
import { conditionKey, eventKey, type Fact, type Measured, operandKey, rowKeys } from '../rules/facts.ts';
import { operandNames, type Variables } from '../rules/variables.ts';
import { failure, findDenial } from './denial.ts';
import type { Clause, Statements } from './statement.ts';

type Binding = {
  readonly rule: Rule;
  readonly variables: Variables;
  readonly statements: Statements;
  readonly facts: Map<string, Fact>;
};

/** How much of a condition's words a clause must have to be about it. */
const aboutCondition = 0.5;
const aboutEvent = 0.3;

const negation = /未|没有|无|不(?!断|少于|低于|超过|动产|仅|同)|没(?!有误)/;
const absent = /(?:未|无|没有|不存在|未有|零|暂无)(?:发现|发生|收到|出现|存在|受到|产生|被|涉及)?/;
const notApplicable =
  /不涉及|不适用|未涉及|无此项|没有此项|未产生[^,。]{0,12}(?:收益|收入|业务)|无相关(?:业务|事项)/;
const allReached =
  /(?:所有|全部|各项|均|都|\d+[项个])[^,。]{0,24}(?:均|都|全部|已)?(?:已)?(?:全部)?(?:按时|按期|如期)?(?:完成|达成|达标|达到|实现)/;

/** Claims without a number: 无结转结余 (zero), 均已完成 (all), 部分未按规定 (not all), 不涉及 (not applicable). */
export function addClaims(binding: Binding): void {
  addZeros(binding);
  addTruths(binding);
  addEvents(binding);
  addRowClaims(binding);
}

/** `无结转结余`: what is named is zero. */
function addZeros({ variables, statements, facts }: Binding): void {
  for (const { text } of statements.clauses) {
    const object = /^.{0,12}?(?:无|没有|未产生|未形成|不存在)((?:\p{Script=Han}|[、()]){2,16})$/u.exec(
      text,
    )?.[1];
    if (object === undefined) continue;
    for (const name of operandNames(variables)) {
      const isAbout = containment(shingles(object), shingles(name)) >= 0.6;
      if (isAbout && !facts.has(operandKey(name)) && isFirstOperand(name, variables)) {
        facts.set(operandKey(name), { kind: 'number', strength: 'claimed', readings: [zeroFrom(text)] });
      }
    }
  }
}

/** Only what is measured can be missing, not what it is measured by. */
function isFirstOperand(name: string, variables: Variables): boolean {
  return operandNames(variables)[0] === name;
}

function zeroFrom(words: string): Measured {
  const zero = new Decimal(0);
  return { nominal: zero, low: zero, high: zero, words: `“${words}”＝0` };
}

/** A clause that denies one condition of the rule says nothing about the others, however alike their words. */
function addTruths({ variables, statements, facts }: Binding): void {
  const asked = variables.conditions.flatMap((condition) =>
    condition.kind === 'words' && !facts.has(conditionKey(condition)) && !negation.test(condition.words)
      ? [{ key: conditionKey(condition), words: condition.words }]
      : [],
  );
  const wordings = [...new Set(asked.map(({ words }) => words))];
  for (const { key, words } of asked) {
    const denial = findDenial(words, statements.clauses, wordings);
    if (denial) facts.set(key, truth(denial.clause, { holds: false, strength: denial.strength }));
    else addPraise(key, words, { statements, facts });
  }
}

function addPraise(key: string, words: string, { statements, facts }: Pick<Binding, 'statements' | 'facts'>) {
  const wanted = shingles(words);
  const fitOf = ({ pairs }: Clause) => Math.max(containment(wanted, pairs), containment(pairs, wanted) * 0.9);
  const [best] = statements.clauses
    .map((clause) => ({ clause, fit: fitOf(clause) }))
    .toSorted((one, other) => other.fit - one.fit);
  if (!best || best.fit < aboutCondition || negation.test(best.clause.text)) return;
  facts.set(key, truth(best.clause, { holds: true, strength: 'claimed' }));
}

function truth(clause: Clause, { holds, strength }: { holds: boolean; strength: Fact['strength'] }): Fact {
  return { kind: 'truth', holds, strength, words: `“${clause.text}”` };
}

function addEvents({ variables, statements, facts }: Binding): void {
  for (const { event, counter } of variables.events) {
    const wanted = shingles(event);
    const counted = statements.stated.find(
      ({ amount, label, behind }) =>
        amount.unit === counter &&
        containment(wanted, shingles(`${label}${behind}`)) >= 0.6 &&
        !absent.test(label),
    );
    const denied = statements.clauses.find(
      (clause) =>
        absent.test(clause.text) &&
        Math.max(containment(wanted, clause.pairs), containment(clause.pairs, wanted)) >= aboutEvent,
    );
    if (counted && !denied) {
      facts.set(eventKey(event, counter), {
        kind: 'number',
        strength: 'claimed',
        readings: [counted.measured],
      });
    } else if (denied) {
      facts.set(eventKey(event, counter), {
        kind: 'number',
        strength: 'claimed',
        readings: [zeroFrom(denied.text)],
      });
    }
  }
}

function addRowClaims({ rule, statements, facts }: Binding): void {
  const exempt = statements.clauses.find(({ text }) => notApplicable.test(text));
  if (exempt) facts.set(rowKeys.notApplicable, truth(exempt, { holds: true, strength: 'claimed' }));
  const inner = rule.kind === 'gate' ? rule.rule : rule;
  const reached = statements.clauses.find(({ text }) => allReached.test(text) && !failure.test(text));
  if (inner.kind === 'sub-scores' && reached) {
    facts.set(rowKeys.allReached, truth(reached, { holds: true, strength: 'claimed' }));
  }
}
