import { Decimal } from 'decimal.js';
import type { DecimalString } from '../../model/decimal-string.ts';
import type { Award } from './ast.ts';
import { isAccrual } from './compose-accrual.ts';
import { isNotApplicable, isOtherwise } from './conditions.ts';
import {
  define,
  isGeneral,
  type Leaf,
  type RangedAward,
  type RatioPiece,
  ratioAward,
  type SortedLeaf,
  type WordedAward,
} from './leaf.ts';
import { type NotUnderstood, notUnderstood } from './not-understood.ts';
import type { Piece } from './pieces.ts';
import { type NamedRange, readBareValue, readRange } from './range.ts';
import { readScoreFormula } from './score-formula.ts';

/** What every rule does anyway, or what decides nothing. */
export const ignored: ReadonlySet<string> = new Set(['limit', 'remark', 'partial']);

/** Sorts a leaf's pieces by what they do. */
export function sortPieces(leaf: Leaf): SortedLeaf | NotUnderstood {
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
  const isRated = isOfCompletion(pieces);
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
        else if (award.kind === 'full' && isRated && isTargetMet(condition))
          ranged.push({ ...wholeTarget, award });
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

const isTargetMet = (condition: string): boolean =>
  /^(?:(?:已|全部)?(?:达到|完成|实现|达成)了?(?:或超过)?(?:年度|预期|计划|全年|年初|设定|绩效)*(?:目标|任务|计划|指标)(?:任务|值)?|(?:全部|全面|按计划|按要求|如期)+(?:完成|实现|达成))(?:的|时)*$/.test(
    condition,
  );

const wholeTarget: NamedRange = {
  name: '完成率',
  range: { low: { at: { value: '100', unit: '%' }, included: true } },
};

/** Do the other clauses speak of ranges of the completion rate, and of nothing else? */
function isOfCompletion(pieces: readonly Piece[]): boolean {
  const ranges = pieces.flatMap(({ condition }) => readRange(condition) ?? []);
  return (
    ranges.length > 0 &&
    ranges.every(
      ({ name, range }) =>
        isGeneral(name) && [range.low, range.high].every((bound) => (bound?.at.unit ?? '%') === '%'),
    ) &&
    !pieces.some(({ meaning }) => meaning.kind === 'loss')
  );
}

/** 得分=实际值/85%×分值 inside a tier scales by something else than the tier's own measure. */
const scalesRange = ({ measure, direction }: RatioPiece, name: string): boolean =>
  direction === 'forward' &&
  (measure.name !== '' || measure.definition === undefined) &&
  (isGeneral(measure.name) || isGeneral(name) || name.endsWith(measure.name) || measure.name.endsWith(name));

/** `得分=甲得分+乙得分` only says what follows. */
export const isAnnouncement = ({ meaning }: Piece): boolean =>
  meaning.kind === 'score-formula' &&
  /\+/.test(meaning.expression) &&
  /(?:得分|分值|分)$/.test(meaning.expression) &&
  !/[×/]/.test(meaning.expression);

/** Points that equal the whole are full marks; more than the whole is another row's rule. */
export function normalizeAward(award: Award, points: DecimalString): Award | undefined {
  if (award.kind === 'share' && award.share === '1') return { kind: 'full' };
  if (award.kind === 'span') return new Decimal(award.high.at.value).lte(points) ? award : undefined;
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
