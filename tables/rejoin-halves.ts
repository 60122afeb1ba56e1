import { foldWidth } from '../text/fold.ts';
import { containment, shingles } from '../text/similarity.ts';
import { type DraftRow, repair } from './draft-row.ts';

/** How much better a neighbour's half must fit before a row is taken apart, and to go on once its neighbour was. */
const gainToBegin = 0.25;
const gainToGoOn = -0.1;

/**
 * The long texts of a row in printed order: what stands before the second one is the left half (name, points, first text),
 * what stands from it on the right half (second text, score, evidence).
 */
export type TextOrder = readonly ['definition', 'standard'] | readonly ['standard', 'definition'];

const laterFields = ['selfScore', 'evidence', 'reason'] as const;

/**
 * In page-wise text the right half of a row may stand a line above or below its name, for one row or a run of them. Such a
 * run begins with a half row: its halves are rejoined where the second text speaks of what the neighbour's name and first
 * text say, and names the neighbour's points, better than the neighbour's own does.
 */
export function rejoinHalves(drafts: readonly DraftRow[], order: TextOrder): readonly DraftRow[] {
  const joined: DraftRow[] = [];
  let rejoining = false;
  for (const draft of drafts) {
    const before = joined.at(-1);
    const pair: readonly DraftRow[] | undefined =
      before && rejoin({ before, draft, order, gain: rejoining ? gainToGoOn : gainToBegin });
    if (pair) joined.splice(-1, 1, ...pair);
    else joined.push(draft);
    rejoining = pair !== undefined && pair.length === 2;
  }
  return joined;
}

type Neighbours = {
  readonly before: DraftRow;
  readonly draft: DraftRow;
  readonly order: TextOrder;
  readonly gain: number;
};

/** The rows that a half row and the row after it really are. */
function rejoin({ before, draft, order, gain }: Neighbours): readonly DraftRow[] | undefined {
  if (before.arrangement !== 'ragged') return undefined;
  const left = hasLeft(draft, order);
  const right = hasRight(draft, order);
  const whole = left && right;
  if (isRightHalf(before, order) && left && scoreFits(draft, before)) {
    if (!whole) return [joinHalves(draft, before, order)];
    const better = affinity(draft, before, order) > affinity(draft, draft, order) + gain;
    return better ? [joinHalves(draft, before, order), rightHalf(draft, order)] : undefined;
  }
  if (isLeftHalf(before, order) && right && scoreFits(before, draft)) {
    if (!whole) return [joinHalves(before, draft, order)];
    const better = affinity(before, draft, order) > affinity(draft, draft, order) + gain;
    return better ? [joinHalves(before, draft, order), leftHalf(draft, order)] : undefined;
  }
  return undefined;
}

function hasLeft({ name, fields }: DraftRow, [first]: TextOrder): boolean {
  return (name !== undefined || fields[first] !== undefined) && fields.points !== undefined;
}

function hasRight({ fields }: DraftRow, [, second]: TextOrder): boolean {
  return fields[second] !== undefined && fields.selfScore !== undefined;
}

function isRightHalf(draft: DraftRow, order: TextOrder): boolean {
  const { name, fields } = draft;
  return name === undefined && !fields.points && !fields[order[0]] && hasRight(draft, order);
}

function isLeftHalf(draft: DraftRow, order: TextOrder): boolean {
  return hasLeft(draft, order) && rightFields(order).every((field) => draft.fields[field] === undefined);
}

function rightFields([, second]: TextOrder) {
  return [second, ...laterFields] as const;
}

function scoreFits(left: DraftRow, right: DraftRow): boolean {
  const score = right.fields.selfScore?.score?.value;
  const points = left.fields.points?.score?.value;
  return score !== undefined && points !== undefined && Number(score) <= Number(points);
}

/** How well two halves go together: shared words, and the points that the standard names. */
function affinity(left: DraftRow, right: DraftRow, [first, second]: TextOrder): number {
  const name = left.name?.cell.text ?? '';
  const leftText = `${name}${left.fields[first]?.cell.text ?? ''}`;
  const rightText = right.fields[second]?.cell.text ?? '';
  const spoken = shingles(rightText);
  const most = second === 'standard' ? mostPointsNamed(rightText) : undefined;
  const points = Number(left.fields.points?.score?.value ?? Number.NaN);
  const named = most === undefined ? 0 : most === points ? 0.4 : most > points ? -0.4 : 0;
  return Math.max(containment(shingles(name), spoken), containment(shingles(leftText), spoken)) + named;
}

/** The most points that a standard gives at once: 得8分, 计2分, 满分5分. */
function mostPointsNamed(standard: string): number | undefined {
  const matches = foldWidth(standard).matchAll(/(?:得|计|记|满分)\s*(\d+(?:\.\d+)?)\s*分/g);
  const named = [...matches].map((match) => Number(match[1]));
  return named.length === 0 ? undefined : Math.max(...named);
}

/** The row with its own left half and another row's right half. */
function joinHalves(left: DraftRow, right: DraftRow, order: TextOrder): DraftRow {
  const fields = { ...left.fields };
  for (const role of rightFields(order)) {
    delete fields[role];
    const moved = right.fields[role];
    if (moved) fields[role] = moved;
  }
  const because = {
    zh: '评分标准与得分印在相邻行，按文字内容与本指标相合',
    en: 'its standard and score stand in a neighbouring row; their wording belongs to this indicator',
  };
  const moved = repair('row', { to: right.fields.selfScore?.cell.text }, because);
  const groups = isRightHalf(right, order) ? [...right.groups, ...left.groups] : left.groups;
  return { ...left, groups, fields, repairs: [...left.repairs, moved], others: [] };
}

function rightHalf(draft: DraftRow, [first]: TextOrder): DraftRow {
  const { name: _name, ...rest } = draft;
  const fields = { ...draft.fields };
  delete fields.points;
  delete fields[first];
  return { ...rest, groups: [], nameAbove: false, fields, others: [] };
}

function leftHalf(draft: DraftRow, order: TextOrder): DraftRow {
  const fields = { ...draft.fields };
  for (const role of rightFields(order)) delete fields[role];
  return { ...draft, fields, others: [] };
}
