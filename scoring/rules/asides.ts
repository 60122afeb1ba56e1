import type { Rule } from './ast.ts';
import { bareCondition } from './conditions.ts';
import type { Piece } from './pieces.ts';

/** Clauses that hold for the whole and are no item of it: 如未申报目标，此项不得分; 内容有缺漏的，酌情扣分. */
export function isAside({ condition, meaning }: Piece): boolean {
  if (meaning.kind === 'discretion') return !/^(?:否则|反之)/.test(condition);
  const isZero = meaning.kind === 'award' && meaning.award.kind === 'points' && meaning.award.points === '0';
  return isZero && /^(?:如|若|凡|一旦|对未|有下列|出现|发生)/.test(condition);
}

/** The rule with its asides around it. */
export function wrapAsides(rule: Rule, asides: readonly Piece[]): Rule {
  return asides.reduceRight<Rule>((inner, { condition, meaning }) => {
    const held = { kind: 'words', words: bareCondition(condition) } as const;
    return meaning.kind === 'discretion'
      ? { kind: 'with-discretion', condition: held, rule: inner }
      : { kind: 'gate', condition: held, rule: inner };
  }, rule);
}
