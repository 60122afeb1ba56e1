import type { Rule } from '../rules/ast.ts';
import { type Fact, type Facts, measureKey, operandKey, type Strength } from '../rules/facts.ts';
import { isGeneral } from '../rules/leaf.ts';
import { operandNames, type Variables, variablesOf } from '../rules/variables.ts';
import { addClaims } from './claims.ts';
import { labelFit } from './label-match.ts';
import { readStatements, type Stated, type Statements } from './statement.ts';

/** What the row is called: a rule that speaks of 比率 means the rate that the row is named after. */
export type Subject = { readonly name: string };

/** From which fit a label is taken for a name at all, and from which it leaves no doubt. Set on the wordings of the tests. */
const plausible = 0.3;
const sure = 0.6;

/**
 * Finds the rule's variables in the evidence: numbers by their labels, yes-or-no claims by the words of the condition. What
 * is not stated stays unknown.
 */
export function bindEvidence(rule: Rule, evidence: string, subject?: Subject): Facts {
  const statements = readStatements(evidence);
  const variables = variablesOf(rule);
  const facts = new Map<string, Fact>();
  bindOperands(variables, statements, facts);
  bindMeasures(variables, statements, { subject, facts });
  addClaims({ rule, variables, statements, facts });
  return facts;
}

type Candidate = { readonly name: string; readonly stated: Stated; readonly fit: number };

/** Each number goes to the operand that fits best, each operand takes one number. */
function bindOperands(variables: Variables, { stated }: Statements, facts: Map<string, Fact>): void {
  const names = operandNames(variables);
  const usable = stated.filter(({ dimension }) => dimension !== 'percent' && dimension !== 'time');
  const candidates = names.flatMap((name) =>
    usable.map((each): Candidate => ({ name, stated: each, fit: labelFit(name, each.label) })),
  );
  const taken = new Set<Stated>();
  const bound = new Set<string>();
  for (const { name, stated: each, fit } of candidates.toSorted((a, b) => b.fit - a.fit)) {
    if (fit < plausible || taken.has(each) || bound.has(name)) continue;
    const rival = candidates.find(
      (other) =>
        other.name === name &&
        other.stated !== each &&
        !taken.has(other.stated) &&
        other.fit > fit - 0.05 &&
        !other.stated.measured.nominal.eq(each.measured.nominal),
    );
    if (rival) continue;
    taken.add(each);
    bound.add(name);
    facts.set(operandKey(name), number(each, fit >= sure ? 'certain' : 'claimed'));
  }
  bindLastOperand(names, usable, { taken, bound, facts });
  confirmOperands(names, usable, facts);
  dropMixedUnits(taken, bound, facts);
}

/** An amount with its unit beside one without cannot be set against each other. */
function dropMixedUnits(
  taken: ReadonlySet<Stated>,
  bound: ReadonlySet<string>,
  facts: Map<string, Fact>,
): void {
  const dimensions = new Set([...taken].map(({ dimension }) => dimension));
  if (!dimensions.has('money') || dimensions.size === 1) return;
  for (const name of bound) facts.delete(operandKey(name));
}

/** Where the numbers of the evidence are just as many as the operands and one is sure, none can mean anything else. */
function confirmOperands(
  names: readonly string[],
  usable: readonly Stated[],
  facts: Map<string, Fact>,
): void {
  const bound = names.map((name) => facts.get(operandKey(name)));
  const isSure = bound.some((fact) => fact?.strength === 'certain');
  if (names.length !== usable.length || !isSure || bound.some((fact) => fact?.kind !== 'number')) return;
  for (const name of names) {
    const fact = facts.get(operandKey(name));
    if (fact) facts.set(operandKey(name), { ...fact, strength: 'certain' });
  }
}

/** With one operand and one number of the same kind left over, they belong together where the words say 总 or 共. */
function bindLastOperand(
  names: readonly string[],
  usable: readonly Stated[],
  { taken, bound, facts }: { taken: Set<Stated>; bound: Set<string>; facts: Map<string, Fact> },
): void {
  const left = names.filter((name) => !bound.has(name));
  const [name] = left;
  const dimensions = new Set([...taken].map(({ dimension }) => dimension));
  const rest = usable.filter((each) => !taken.has(each) && dimensions.has(each.dimension));
  const [only] = rest;
  if (names.length !== 2 || left.length !== 1 || rest.length !== 1 || !name || !only) return;
  if (!/总|应|全部|计划/.test(name) || !/共|总|应|计划|全部|安排/.test(only.label)) return;
  taken.add(only);
  bound.add(name);
  facts.set(operandKey(name), number(only, 'certain'));
}

const number = ({ measured }: Stated, strength: Strength): Fact => ({
  kind: 'number',
  strength,
  readings: [measured],
});

type Target = { readonly subject: Subject | undefined; readonly facts: Map<string, Fact> };

/** Rates that the evidence states outright. */
function bindMeasures({ measures }: Variables, { stated }: Statements, { subject, facts }: Target): void {
  for (const measure of measures) {
    const names = [measure.name, ...(isGeneral(measure.name) && subject ? [subject.name] : [])].filter(
      (name) => name !== '',
    );
    const rates = stated.filter(({ dimension }) => dimension === 'percent');
    const fits = rates
      .map((each) => ({ each, fit: Math.max(0, ...names.map((name) => labelFit(name, each.label))) }))
      .filter(({ fit, each }) => fit >= 0.5 && !isChange(each) && !isOfAnotherTime(each, measure.name))
      .toSorted((a, b) => b.fit - a.fit);
    const [best] = fits;
    if (!best) continue;
    const others = fits.filter(
      ({ each, fit }) => fit > best.fit - 0.1 && !each.measured.nominal.eq(best.each.measured.nominal),
    );
    const measuresMean = measure.definition?.kind !== 'mean' || /月|季/.test(best.each.label);
    const isAlone = rates.every((each) => each === best.each || isNamed(each));
    const strength =
      best.fit >= sure && others.length === 0 && isAlone && measuresMean ? 'certain' : 'claimed';
    facts.set(measureKey(measure), {
      kind: 'number',
      strength,
      readings: [best, ...others].map(({ each }) => each.measured),
    });
  }
}

/** What was aimed at or reached in another year measures nothing of this one. */
const isOfAnotherTime = ({ label }: Stated, name: string): boolean =>
  /目标|计划|要求|标准|预期|指标值|上年|去年|上一年|同期|往年|应达/.test(label.replace(name, ''));

/** A rate with a name of its own does not compete; `2023年为96%` does. */
const isNamed = ({ label }: Stated): boolean => /\p{Script=Han}{2,}(?:率|度|比例|比重|占比)$/u.test(label);

/** `同比增长5%` is no level. */
const isChange = ({ label }: Stated): boolean =>
  /(?:同比|较上年|比上年|增长|下降|上升|减少|提高|压减)(?:了)?$/.test(label);
