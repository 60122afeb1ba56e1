import { Decimal } from 'decimal.js';
import type { Rule } from './ast.ts';
import { composeAccrual } from './compose-accrual.ts';
import { composeDeduction } from './compose-deduction.ts';
import { composeListed } from './compose-listed.ts';
import { composeTiers } from './compose-tiers.ts';
import { composeWorded } from './compose-worded.ts';
import { bareCondition, isOtherwise } from './conditions.ts';
import { gated, isZero, type Leaf, type SortedLeaf } from './leaf.ts';
import { type NotUnderstood, notUnderstood } from './not-understood.ts';
import type { Piece } from './pieces.ts';
import { readRange } from './range.ts';
import { ignored, isAnnouncement, sortPieces } from './sort-pieces.ts';

/** Makes a rule of one item's pieces. */
export function composeLeaf(leaf: Leaf): Rule | NotUnderstood {
  const listed = composeListed(leaf);
  if (listed) return listed;
  const sorted = sortPieces(leaf);
  if ('kind' in sorted) return sorted;
  const composite = composeComposite(sorted);
  if (composite) return composite;
  const rule = composeSorted(sorted);
  if (rule.kind === 'not-understood') return rule;
  return sorted.waivers.reduce<Rule>(
    (inner, words) => ({
      kind: 'waiver',
      condition: { kind: 'words', words: bareCondition(words) },
      rule: inner,
    }),
    rule,
  );
}

function composeSorted(sorted: SortedLeaf): Rule | NotUnderstood {
  if (sorted.accruals.length > 0) return composeAccrual(sorted);
  if (sorted.losses.length > 0) return composeDeduction(sorted);
  if (sorted.ranged.length > 0) return composeTiers(sorted);
  if (sorted.ratios.length > 0) return composeRatio(sorted);
  if (sorted.worded.length > 0) return composeWorded(sorted);
  const [discretion] = sorted.discretions;
  if (discretion) return { kind: 'discretion' };
  return notUnderstood(sorted.leaf.pieces.map((piece) => piece.condition).join('；'));
}

/** 综合得分, bands, equal split: rules that hold others inside. */
function composeComposite(sorted: SortedLeaf): Rule | NotUnderstood | undefined {
  const { leaf, others } = sorted;
  if (others.some(({ meaning }) => meaning.kind === 'equal-split')) return { kind: 'equal-split' };
  const bands = others.find(({ meaning }) => meaning.kind === 'bands')?.meaning;
  const summed = others.some(({ meaning }) => meaning.kind === 'sub-scores');
  const unknown = others.filter(
    ({ meaning }) => !['bands', 'sub-scores', 'base', 'cap', 'allotment'].includes(meaning.kind),
  );
  if (unknown.length > 0) return notUnderstood(unknown.map((piece) => piece.condition).join('；'));
  const sizes = sizesAgree(sorted);
  if (sizes) return sizes;
  if (bands?.kind !== 'bands' && !summed) return undefined;
  const rest = leaf.pieces.filter(({ meaning }) => meaning.kind !== 'bands' && meaning.kind !== 'sub-scores');
  const vetoes = rest.filter((piece) => isVeto(piece));
  const inner = rest.filter(
    (piece) => !isVeto(piece) && !ignored.has(piece.meaning.kind) && !isAnnouncement(piece),
  );
  const qualitative: Rule | undefined =
    bands?.kind === 'bands' ? { kind: 'bands', bounds: bands.bounds } : undefined;
  const each: Rule | NotUnderstood | undefined =
    inner.length > 0 ? composeLeaf({ ...leaf, pieces: inner }) : undefined;
  if (each?.kind === 'not-understood') return each;
  const rule: Rule =
    each === undefined && !summed && qualitative
      ? qualitative
      : {
          kind: 'sub-scores',
          each: each ?? { kind: 'proportional', measure: { name: '完成率' }, direction: 'forward' },
          ...(qualitative ? { qualitative } : {}),
        };
  return gated(
    rule,
    vetoes.map((piece) => piece.condition),
  );
}

const isVeto = ({ condition, meaning }: Piece): boolean =>
  meaning.kind === 'award' &&
  meaning.award.kind === 'points' &&
  meaning.award.points === '0' &&
  readRange(condition) === undefined &&
  !isOtherwise(condition);

/** Stated full marks and caps must be those of the row. */
function sizesAgree({ leaf, others, accruals, losses }: SortedLeaf): NotUnderstood | undefined {
  for (const { meaning } of others) {
    if (meaning.kind === 'allotment' || meaning.kind === 'base') {
      if (!new Decimal(meaning.points).eq(leaf.points)) return notUnderstood(`${meaning.points}分`);
    }
    if (meaning.kind === 'cap' && !new Decimal(meaning.points).eq(leaf.points)) {
      const known =
        meaning.of === 'loss' ? losses.length > 0 : accruals.length > 0 && leaf.points === meaning.points;
      if (!known) return notUnderstood(`最高${meaning.points}分`);
    }
  }
  return undefined;
}

/** Points in proportion to a measure; 完成的得满分 and 扣完为止 change nothing about that. */
function composeRatio({ ratios, worded, discretions, otherwise }: SortedLeaf): Rule | NotUnderstood {
  const [first, second] = ratios;
  const zeros = worded.filter(({ award }) => isZero(award));
  const plain = worded.every(({ award }) => award.kind === 'full' || isZero(award));
  const same = !second || ratios.every((ratio) => ratio.direction === first?.direction);
  if (!first || !plain || discretions.length > 0 || otherwise) {
    return notUnderstood([...ratios, ...worded, ...discretions].map(({ condition }) => condition).join('；'));
  }
  if (!same) return notUnderstood(ratios.map(({ condition }) => condition).join('；'));
  const best =
    ratios.find(({ measure }) => measure.definition !== undefined) ??
    ratios.find(({ measure }) => measure.name !== '') ??
    first;
  return gated(
    { kind: 'proportional', measure: best.measure, direction: best.direction },
    zeros.map(({ condition }) => condition),
  );
}
