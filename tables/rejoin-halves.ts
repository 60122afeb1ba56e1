import { containment, shingles } from '../text/similarity.ts';
import { type DraftRow, repair } from './draft-row.ts';

/** How much better the neighbour's standard must fit a row's name and definition before the halves are rejoined. */
const leastGain = 0.08;

const leftFields = ['points', 'definition'] as const;
const rightFields = ['standard', 'selfScore', 'evidence', 'reason'] as const;

/**
 * In page-wise text the right half of a row (standard, score, evidence) may stand a line above its name. Where a half row
 * precedes a whole one, and its standard speaks of what the whole one's name and definition say while the whole one's
 * own standard does not, the halves are rejoined; the right half that is left over becomes a row without a name.
 */
export function rejoinHalves(drafts: readonly DraftRow[]): readonly DraftRow[] {
  const joined: DraftRow[] = [];
  for (const draft of drafts) {
    const before = joined.at(-1);
    if (before && isRightHalf(before) && isWhole(draft) && fitsBetter(draft, before)) {
      joined.pop();
      joined.push(joinHalves(draft, before), rightHalf(draft));
    } else joined.push(draft);
  }
  return joined;
}

function isRightHalf(draft: DraftRow): boolean {
  const { standard, selfScore, points, definition } = draft.fields;
  return (
    draft.arrangement === 'ragged' &&
    draft.name === undefined &&
    !points &&
    !definition &&
    Boolean(standard && selfScore)
  );
}

function isWhole(draft: DraftRow): boolean {
  const { standard, selfScore, points } = draft.fields;
  return (
    draft.arrangement === 'ragged' && draft.name !== undefined && Boolean(points && standard && selfScore)
  );
}

function fitsBetter(whole: DraftRow, half: DraftRow): boolean {
  const left = shingles(`${whole.name?.cell.text ?? ''}${whole.fields.definition?.cell.text ?? ''}`);
  const own = containment(left, shingles(whole.fields.standard?.cell.text ?? ''));
  const other = containment(left, shingles(half.fields.standard?.cell.text ?? ''));
  const score = Number(half.fields.selfScore?.score?.value ?? Number.NaN);
  const points = Number(whole.fields.points?.score?.value ?? Number.NaN);
  return other > own + leastGain && score <= points;
}

/** The row with its own name, points and definition and the half row's standard, score and evidence. */
export function joinHalves(left: DraftRow, right: DraftRow): DraftRow {
  const fields = { ...left.fields };
  for (const role of rightFields) {
    delete fields[role];
    const moved = right.fields[role];
    if (moved) fields[role] = moved;
  }
  const because = {
    zh: '评分标准与得分印在相邻行，按文字内容与本指标相合',
    en: 'its standard and score stand in a neighbouring row; their wording belongs to this indicator',
  };
  const moved = repair('row', { to: right.fields.selfScore?.cell.text }, because);
  return { ...left, groups: [...right.groups, ...left.groups], fields, repairs: [...left.repairs, moved] };
}

function rightHalf(draft: DraftRow): DraftRow {
  const { name: _name, ...rest } = draft;
  const fields = { ...draft.fields };
  for (const role of leftFields) delete fields[role];
  return { ...rest, groups: [], nameAbove: false, fields };
}
