import { Decimal } from 'decimal.js';
import { containment, shingles } from '../../text/similarity.ts';
import type { Condition, Rule } from '../rules/ast.ts';
import { conditionKey, eventKey, type Fact, type Measured, operandKey, rowKeys } from '../rules/facts.ts';
import { operandNames, type Variables } from '../rules/variables.ts';
import type { Clause, Statements } from './statement.ts';

type Binding = {
  readonly rule: Rule;
  readonly variables: Variables;
  readonly statements: Statements;
  readonly facts: Map<string, Fact>;
};

/** How much of a condition's words a clause must have to be about it. */
const aboutCondition = 0.5;
const aboutFailure = 0.45;
const aboutEvent = 0.3;

const failure =
  /(?:部分|个别|少数|少量|有\d+[个项份宗笔次]|仍有|存在).{0,14}(?:未|没有|不符|不足|逾期|超期|滞后)|未按(?:规定|要求|时|期|照)|未及时|未能|尚未|没有(?:按|及时|建立|制定|开展|公开|完成)|逾期|不符合|不合规|未(?:完成|建立|开展|制定|公开|达到|达标|报送|落实|执行|进行)/;
const negation = /未|没有|无|不(?!断|少于|低于|超过|动产|仅|同)|没(?!有误)/;
const doubled = /(?:无|没有|不存在|未发现|未出现|未发生|杜绝|避免)[^,。]{0,12}(?:未|不|逾期|超期)/;
const absent = /(?:未|无|没有|不存在|未有|零|暂无)(?:发现|发生|收到|出现|存在|受到|产生|被|涉及)?/;
const notApplicable =
  /不涉及|不适用|未涉及|无此项|没有此项|未产生[^,。]{0,12}(?:收益|收入|业务)|无相关(?:业务|事项)/;
const allReached =
  /(?:所有|全部|各项|均|都|\d+[项个])[^,。]{0,24}(?:均|都|全部|已)?(?:已)?(?:全部)?(?:按时|按期|如期)?(?:完成|达成|达标|达到|实现)/;

/** Claims without a number: 无结转结余 (zero), 均已完成 (all), 部分未按规定 (not all), 不涉及 (not applicable). */
export function addClaims(binding: Binding): void {
  addZeros(binding);
  for (const condition of binding.variables.conditions) addTruth(condition, binding);
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

function addTruth(condition: Condition, { statements, facts }: Binding): void {
  if (condition.kind !== 'words' || facts.has(conditionKey(condition))) return;
  const wanted = shingles(condition.words);
  const isNegative = negation.test(condition.words);
  const about = statements.clauses
    .map((clause) => ({
      clause,
      share: containment(wanted, clause.pairs),
      back: containment(clause.pairs, wanted),
    }))
    .toSorted((a, b) => b.share + b.back - (a.share + a.back));
  const best = about[0];
  if (!best || isNegative || doubled.test(best.clause.text)) return;
  const { clause, share, back } = best;
  if (failure.test(clause.text) && Math.max(share, back) >= aboutFailure && Math.min(share, back) >= 0.2) {
    facts.set(
      conditionKey(condition),
      truth(clause, { holds: false, strength: share >= aboutCondition ? 'certain' : 'claimed' }),
    );
  } else if (!negation.test(clause.text) && Math.max(share, back * 0.9) >= aboutCondition) {
    facts.set(conditionKey(condition), truth(clause, { holds: true, strength: 'claimed' }));
  }
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
