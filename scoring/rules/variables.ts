import type { Condition, Formula, Measure, Rule } from './ast.ts';

/** What a rule asks about: quantities, yes-or-no conditions, and things to be counted. */
export type Variables = {
  readonly measures: readonly Measure[];
  readonly conditions: readonly Condition[];
  readonly events: readonly { readonly event: string; readonly counter: string }[];
};

const none: Variables = { measures: [], conditions: [], events: [] };

export function variablesOf(rule: Rule): Variables {
  switch (rule.kind) {
    case 'all-or-nothing':
    case 'check':
      return { ...none, conditions: [rule.condition] };
    case 'tiers':
    case 'proportional':
      return { ...none, measures: [rule.measure] };
    case 'deduction':
      return {
        measures: rule.deductions.flatMap((each) => ('measure' in each ? [each.measure] : [])),
        conditions: rule.deductions.flatMap((each) =>
          'condition' in each && each.kind !== 'discretion' ? [each.condition] : [],
        ),
        events: rule.deductions.flatMap((each) => (each.kind === 'occurrence' ? [each] : [])),
      };
    case 'accrual':
      return { ...none, events: rule.items };
    case 'sum':
      return join(rule.parts.map((part) => variablesOf(part.rule)));
    case 'grades':
      return { ...none, conditions: rule.grades.map((grade) => grade.condition) };
    case 'by-scale':
      return join([
        { ...none, measures: [rule.measure] },
        ...rule.cases.map((each) => variablesOf(each.rule)),
      ]);
    case 'one-of':
      return join(rule.rules.map(variablesOf));
    case 'gate':
    case 'waiver':
      return join([{ ...none, conditions: [rule.condition] }, variablesOf(rule.rule)]);
    case 'with-discretion':
      return variablesOf(rule.rule);
    case 'sub-scores':
    case 'bands':
    case 'equal-split':
    case 'discretion':
      return none;
  }
}

function join(all: readonly Variables[]): Variables {
  return {
    measures: all.flatMap((each) => each.measures),
    conditions: all.flatMap((each) => each.conditions),
    events: all.flatMap((each) => each.events),
  };
}

/** The operands of everything that a rule computes, definitions and comparisons, each name once. */
export function operandNames({ measures, conditions }: Variables): readonly string[] {
  const formulas: readonly Formula[] = [
    ...measures.flatMap(({ definition }) => (definition ? [definition] : [])),
    ...conditions.flatMap((condition) =>
      condition.kind === 'compare' ? [condition.left, condition.right] : [],
    ),
  ];
  return [...new Set(formulas.flatMap(namesIn))];
}

function namesIn(formula: Formula): readonly string[] {
  if (formula.kind === 'operand') return [formula.name];
  return formula.kind === 'binary' ? [...namesIn(formula.left), ...namesIn(formula.right)] : [];
}
