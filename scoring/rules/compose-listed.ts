import { Decimal } from 'decimal.js';
import type { DecimalString } from '../../model/decimal-string.ts';
import type { Part, Rule } from './ast.ts';
import { readCondition } from './conditions.ts';
import type { Leaf } from './leaf.ts';
import type { Piece } from './pieces.ts';
import { normalizeAward } from './sort-pieces.ts';

/** `及时（1分）、完整（1分）`: nothing but words with their points, which add up to the whole. */
export function composeListed({ pieces, points }: Leaf): Rule | undefined {
  const parts = pieces.flatMap(({ condition, meaning }): readonly Part[] =>
    meaning.kind === 'allotment' && condition !== ''
      ? [
          {
            name: '',
            size: { kind: 'points', points: meaning.points },
            rule: { kind: 'all-or-nothing', condition: readCondition(condition) },
          },
        ]
      : [],
  );
  if (parts.length < 2 || parts.length !== pieces.length) return undefined;
  const total = Decimal.sum(...parts.map(({ size }) => (size.kind === 'points' ? size.points : 0)));
  if (total.eq(points)) return { kind: 'sum', parts };
  return pieces.every(({ condition }) => gradeName.test(condition)) ? gradesOf(pieces, points) : undefined;
}

const gradeName = /^(?:优秀?|良好?|中等?|差|较好|好|一般|较差|合格|不合格|达标|不达标|高|低)$/;

/** `优（5分）良（4分）差（0分）`. */
function gradesOf(pieces: readonly Piece[], points: DecimalString): Rule | undefined {
  const grades = pieces.flatMap(({ condition, meaning }) => {
    const given = meaning.kind === 'allotment' ? meaning.points : undefined;
    const award = given === undefined ? undefined : normalizeAward({ kind: 'points', points: given }, points);
    return award ? [{ condition: readCondition(condition), award }] : [];
  });
  const isScale =
    grades.length === pieces.length && grades.filter(({ award }) => award.kind === 'full').length === 1;
  return isScale ? { kind: 'grades', grades } : undefined;
}
