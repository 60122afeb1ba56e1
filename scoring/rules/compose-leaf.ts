import { Decimal } from 'decimal.js';
import type { DecimalString } from '../../model/decimal-string.ts';
import type { Award, Part, Rule } from './ast.ts';
import { composeAccrual, isAccrual } from './compose-accrual.ts';
import { composeDeduction } from './compose-deduction.ts';
import { composeTiers } from './compose-tiers.ts';
import { composeWorded } from './compose-worded.ts';
import { bareCondition, isNotApplicable, isOtherwise, readCondition } from './conditions.ts';
import {
  define,
  gated,
  isGeneral,
  isZero,
  type Leaf,
  type RangedAward,
  type RatioPiece,
  ratioAward,
  type SortedLeaf,
  type WordedAward,
} from './leaf.ts';
import { type NotUnderstood, notUnderstood } from './not-understood.ts';
import type { Piece } from './pieces.ts';
import { readBareValue, readRange } from './range.ts';
import { readScoreFormula } from './score-formula.ts';

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

/** `及时（1分）、完整（1分）`: nothing but words with their points, which add up to the whole. */
function composeListed({ pieces, points }: Leaf): Rule | undefined {
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
  return total.eq(points) ? { kind: 'sum', parts } : undefined;
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

const ignored: ReadonlySet<string> = new Set(['limit', 'remark', 'partial']);

function sortPieces(leaf: Leaf): SortedLeaf | NotUnderstood {
  const pieces = leaf.pieces.filter((piece) => !ignored.has(piece.meaning.kind) && !isAnnouncement(piece));
  const ranged: RangedAward[] = [];
  const worded: WordedAward[] = [];
  const ratios: RatioPiece[] = [];
  const accruals: Piece[] = [];
  const losses: Piece[] = [];
  const waivers: string[] = [];
  const discretions: Piece[] = [];
  const others: Piece[] = [];
  let otherwise: Award | 'loss' | undefined;
  const listsValues =
    pieces.filter(
      ({ condition, meaning }) =>
        meaning.kind === 'award' && (readRange(condition) ?? readBareValue(condition)),
    ).length > 1 || pieces.some(({ meaning }) => meaning.kind === 'loss');
  for (const piece of pieces) {
    const { condition, meaning } = piece;
    const range = readRange(condition) ?? (listsValues ? readBareValue(condition) : undefined);
    switch (meaning.kind) {
      case 'award': {
        const award = normalizeAward(meaning.award, leaf.points);
        if (!award) return notUnderstood(`${condition}（得分超过分值）`);
        if (isOtherwise(condition)) otherwise = award;
        else if (isAccrual(condition)) accruals.push(piece);
        else if (range) ranged.push({ ...range, award });
        else if (award.kind === 'full' && isNotApplicable(condition) && pieces.length > 1)
          waivers.push(condition);
        else worded.push({ condition, award });
        break;
      }
      case 'by-ratio':
      case 'score-formula': {
        const ratio = readRatio(piece, leaf);
        if (!ratio) return notUnderstood(meaning.kind === 'score-formula' ? meaning.expression : condition);
        if (range && !scalesRange(ratio, range.name)) return notUnderstood(condition);
        if (range)
          ranged.push({ ...range, name: range.name || ratio.measure.name, award: ratioAward(ratio) });
        else ratios.push(ratio);
        break;
      }
      case 'loss':
        if (isOtherwise(condition)) otherwise = 'loss';
        losses.push(piece);
        break;
      case 'discretion':
        if (isOtherwise(condition)) otherwise = { kind: 'discretion' };
        else if (range) ranged.push({ ...range, award: { kind: 'discretion' } });
        else discretions.push(piece);
        break;
      default:
        others.push(piece);
    }
  }
  return { leaf, ranged, worded, otherwise, ratios, losses, accruals, discretions, waivers, others };
}

/** 得分=实际值/85%×分值 inside a tier scales by something else than the tier's own measure. */
const scalesRange = ({ measure, direction }: RatioPiece, name: string): boolean =>
  direction === 'forward' &&
  (measure.name !== '' || measure.definition === undefined) &&
  (isGeneral(measure.name) || isGeneral(name) || name.endsWith(measure.name) || measure.name.endsWith(name));

const isAnnouncement = ({ meaning }: Piece): boolean =>
  meaning.kind === 'score-formula' &&
  /\+/.test(meaning.expression) &&
  /(?:得分|分值|分)$/.test(meaning.expression) &&
  !/[×/]/.test(meaning.expression);

/** Points that equal the whole are full marks; more than the whole is another row's rule. */
function normalizeAward(award: Award, points: DecimalString): Award | undefined {
  if (award.kind === 'share' && award.share === '1') return { kind: 'full' };
  if (award.kind !== 'points') return award;
  const given = new Decimal(award.points);
  if (given.eq(points)) return { kind: 'full' };
  return given.gt(points) ? undefined : award;
}

function readRatio({ condition, meaning }: Piece, leaf: Leaf): RatioPiece | undefined {
  if (meaning.kind === 'score-formula') {
    const read = readScoreFormula(meaning.expression, leaf.points);
    return (
      read && {
        condition,
        measure: define(read.measure, leaf.definitions),
        direction: read.direction,
        isFormula: true,
      }
    );
  }
  if (meaning.kind !== 'by-ratio') return undefined;
  return {
    condition,
    measure: define({ name: meaning.measure }, leaf.definitions),
    direction: meaning.direction,
    isFormula: false,
  };
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
