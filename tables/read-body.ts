import type { ColumnRole } from '../model/column-role.ts';
import type { Note } from '../model/note.ts';
import { note } from '../model/outcome-channels.ts';
import { isSubtotalName } from '../text/subtotal-name.ts';
import { alignRow, leafRole, type RowReading } from './align-row.ts';
import { type CellTraits, describeCell } from './cell-traits.ts';
import { type DraftReading, type DraftRow, type GroupMention, repair } from './draft-row.ts';
import type { RowLine } from './line.ts';
import type { Header } from './recognize-header.ts';

/** The body of a form: its rows in document order, and what could not be read. */
export type Body = { readonly rows: readonly DraftRow[]; readonly notes: readonly Note[] };

const levelRoles = ['level1', 'level2', 'level3', 'level4'] as const;
const pointsRoles = ['level1Points', 'level2Points', 'level3Points'] as const;
const textRoles = [
  'definition',
  'standard',
  'target',
  'actual',
  'evidence',
  'reason',
  'material',
  'remark',
] as const;

/** Reads the rows that stand under a header; rows that only go on with the texts of the one before are joined to it. */
export function readBody(lines: readonly { readonly row: RowLine; readonly header: Header }[]): Body {
  const rows: DraftRow[] = [];
  const notes: Note[] = [];
  let section: GroupMention | undefined;
  for (const { row, header } of lines) {
    const named = sectionNamed(row, header);
    if (named !== undefined) {
      section = named;
      continue;
    }
    const sums = sumsRow(row, header);
    if (sums !== undefined) {
      rows.push(section ? { ...sums, groups: [section] } : sums);
      section = undefined;
      continue;
    }
    const readings = alignRow(row, header);
    const [best] = readings;
    if (best === undefined) {
      notes.push(rowNotRead(row));
      continue;
    }
    const read = draftRow(row, header, readings);
    const draft = section ? { ...read, groups: [section, ...read.groups] } : read;
    const last = rows.at(-1);
    if (last !== undefined && isContinuation(draft, best, header))
      rows[rows.length - 1] = continueRow(last, draft);
    else if (holdsNothing(draft)) notes.push(...(isReadable(row) ? [rowNotRead(row)] : []));
    else {
      rows.push(draft);
      section = undefined;
    }
  }
  return { rows, notes };
}

/**
 * In moved text a row that only adds up others (小计 | 50 | 48, 产出指标 | 50 | 48) has too few cells to be told by its columns. A lone figure
 * of a 小计 is taken for its score.
 */
function sumsRow(row: RowLine, { columns }: Header): DraftRow | undefined {
  if (row.arrangement !== 'ragged') return undefined;
  const traits = row.cells.map(describeCell).filter(({ isMark }) => !isMark);
  const [name, first, second, ...others] = traits;
  if (name === undefined || others.length > 0 || !first?.score || (second && !second.score)) return undefined;
  const isSubtotal = isSubtotalName(name.cell.text);
  const isLevel = second !== undefined && isLevelName(name.cell.text);
  const levelsHavePoints = columns.some(({ role }) => pointsRoles.some((points) => points === role));
  if (!isSubtotal && (!isLevel || levelsHavePoints)) return undefined;
  return {
    place: row.place,
    arrangement: row.arrangement,
    groups: [],
    fields: second ? { points: first, selfScore: second } : { selfScore: first },
    name,
    nameAbove: false,
    ...(isSubtotal ? {} : { asLevel: { level: 1, name } }),
    dropped: [],
    repairs: [],
    others: [],
    margin: 2,
  };
}

/** 产出指标 | | | 50 | 48: nothing but a level and its sums. */
function holdsSumsAlone(fields: DraftRow['fields']): boolean {
  const roles = Object.keys(fields);
  const isBare = !roles.some((role) => textRoles.some((text) => text === role));
  return isBare && fields.points !== undefined && fields.selfScore !== undefined;
}

/** 小计 across the columns of numbers and names. */
function subtotalUnder(ordinal: CellTraits | undefined): CellTraits | undefined {
  return ordinal && isSubtotalName(ordinal.cell.text) ? ordinal : undefined;
}

/** A row with one short text across most of the table (一、产出指标), or one that looks like a level and stands alone. */
function sectionNamed(row: RowLine, { columns }: Header): GroupMention | undefined {
  const start = Math.min(...columns.map((column) => column.start));
  // What stands beside the columns (绩效指标, written downwards) belongs to the whole table.
  const [only, ...others] = row.cells.filter(({ column, columnSpan }) => column + columnSpan > start);
  if (only === undefined || others.length > 0) return undefined;
  const width = Math.max(...columns.map(({ end }) => end)) - start;
  const text = only.text.trim();
  const isWide = row.arrangement === 'drawn' && only.columnSpan >= 0.6 * width && sectionName.test(text);
  // Scans lose the sides of such a cell, and moved text its width.
  const isSection = isWide || (only.rowSpan === 1 && isLevelName(text));
  return isSection ? { level: 0, name: describeCell(only) } : undefined;
}

/** 一、产出指标（50分）, 投入: what only a level is called. */
export const isLevelName = (text: string): boolean => levelName.test(text.trim());

const points = String.raw`[（(]\d{1,3}(?:\.\d+)?分?[）)]`;
const levelName = new RegExp(
  String.raw`^(?:[一二三四五六七八九十]{1,2}[、.．])?(?:\p{Script=Han}{2,8}指标(?:${points})?|\p{Script=Han}{2,8}${points}|${'(?:项目|部门|预算)?(?:决策|过程|投入|产出|效益|效果|管理|绩效|成本|满意度|执行|履职效能|管理效率)'})$`,
  'u',
);

const sectionName = /^(?!.*[。；;：:，,])(?=.*\p{Script=Han}{2}).{2,30}$/u;

function draftRow(row: RowLine, header: Header, readings: readonly RowReading[]): DraftRow {
  const [best, ...others] = readings as readonly [RowReading, ...RowReading[]];
  const leaf = leafRole(header.columns);
  const rest = others.filter((other) =>
    coreRoles(leaf).some((role) => other.fields.get(role)?.cell !== best.fields.get(role)?.cell),
  );
  const depth = levelRoles.indexOf(leaf as (typeof levelRoles)[number]) + 1;
  const fields: Partial<Record<ColumnRole, CellTraits>> = {};
  for (const [role, traits] of best.fields) {
    if (!best.inherited.has(role) || textRoles.some((text) => text === role)) fields[role] = traits;
  }
  const groups = groupMentions(best, depth, row.arrangement);
  const inner = groups.at(-1);
  // A drawn row whose own name is blank is named by the level that begins and ends with it.
  const isAlone = row.arrangement === 'drawn' ? inner?.name?.cell.rowSpan === 1 : holdsSumsAlone(fields);
  const standIn = best.fields.get(leaf) === undefined && isAlone ? inner : undefined;
  const own = standIn?.name ?? best.fields.get(leaf) ?? subtotalUnder(best.fields.get('ordinal'));
  const points = best.fields.get('points');
  const stray = best.dropped.filter((traits) => traits.score && traits.score.value === points?.score?.value);
  return {
    place: row.place,
    arrangement: row.arrangement,
    groups: standIn ? groups.slice(0, -1) : groups,
    fields,
    ...(own ? { name: own } : {}),
    ...(standIn ? { asLevel: standIn } : {}),
    nameAbove: best.inherited.has(leaf),
    dropped: best.dropped.filter((traits) => !stray.includes(traits)),
    repairs: stray.map((traits) =>
      repair(
        'row',
        { from: traits.cell.text },
        {
          zh: `分值 ${traits.cell.text} 在本行重复出现一次，未作得分读取`,
          en: `the points ${traits.cell.text} stand twice in this row; the second was not taken for a score`,
        },
      ),
    ),
    others: rest.map((other) => otherReading(other, best)),
    margin: rest[0] === undefined ? 2 : rest[0].cost - best.cost,
  };
}

/** The fields that make a reading another one; which of two text columns a remark stands in does not. */
function coreRoles(leaf: ColumnRole): readonly ColumnRole[] {
  return [leaf, 'points', 'selfScore', 'target', 'actual', 'standard'];
}

function otherReading(other: RowReading, best: RowReading): DraftReading {
  const points = other.fields.get('points');
  const selfScore = other.fields.get('selfScore');
  return {
    ...(points ? { points } : {}),
    ...(selfScore ? { selfScore } : {}),
    extraCost: other.cost - best.cost,
  };
}

/** Drawn tables name a level once and let its cell span; only the row where it begins mentions it. */
function groupMentions(
  reading: RowReading,
  depth: number,
  arrangement: RowLine['arrangement'],
): readonly GroupMention[] {
  const mentions: GroupMention[] = [];
  for (let level = 1; level < depth; level += 1) {
    const role = levelRoles[level - 1];
    const pointsRole = pointsRoles[level - 1];
    if (role === undefined) continue;
    const name = reading.inherited.has(role) ? undefined : reading.fields.get(role);
    const points =
      pointsRole === undefined || reading.inherited.has(pointsRole)
        ? undefined
        : reading.fields.get(pointsRole);
    if (name === undefined && points === undefined) continue;
    mentions.push({ level, ...(name ? { name } : {}), ...(points?.score ? { points } : {}) });
  }
  return arrangement === 'drawn' ? mentions : rejoinSwapped(mentions);
}

/** `4 | 运行成本`: points that moved one column left of their name, read as points of a level without a name. */
function rejoinSwapped(mentions: readonly GroupMention[]): readonly GroupMention[] {
  const joined: GroupMention[] = [];
  for (const mention of mentions) {
    const before = joined.at(-1);
    if (before && before.name === undefined && mention.name && mention.points === undefined) {
      joined[joined.length - 1] = { ...mention, ...(before.points ? { points: before.points } : {}) };
    } else joined.push(mention);
  }
  return joined;
}

/** A row without a name, points or score of its own that only carries on with texts. */
function isContinuation(draft: DraftRow, reading: RowReading, header: Header): boolean {
  const fresh = [...reading.fields].filter(([role]) => !reading.inherited.has(role));
  if (draft.fields.points || draft.fields.selfScore || draft.groups.length > 0) return false;
  const leaf = leafRole(header.columns);
  const nameIsFresh = fresh.some(([role]) => role === leaf);
  if (draft.arrangement === 'drawn') {
    const sharedScore = reading.inherited.has('points') || reading.inherited.has('selfScore');
    if (sharedScore) return true;
    return (
      !nameIsFresh && fresh.length > 0 && fresh.every(([role]) => textRoles.some((text) => text === role))
    );
  }
  return !nameIsFresh && fresh.length > 0 && fresh.length <= 2 && !fresh.some(([, traits]) => traits.score);
}

function continueRow(row: DraftRow, next: DraftRow): DraftRow {
  const fields: Partial<Record<ColumnRole, CellTraits>> = { ...row.fields };
  for (const role of textRoles) {
    const before = fields[role];
    const after = next.fields[role];
    if (after === undefined || after.cell.fromAbove) continue;
    fields[role] = before ? joinTexts(before, after) : after;
  }
  const because = { zh: '本行文字接在上一行之后', en: 'its text goes on in the next row' };
  return {
    ...row,
    fields,
    repairs: next.arrangement === 'ragged' ? [...row.repairs, repair('row', {}, because)] : row.repairs,
  };
}

function joinTexts(before: CellTraits, after: CellTraits): CellTraits {
  const text = `${before.cell.text}\n${after.cell.text}`;
  return {
    ...before,
    cell: { ...before.cell, text, key: before.cell.key + after.cell.key },
    scoring: before.scoring || after.scoring,
  };
}

function holdsNothing(draft: DraftRow): boolean {
  const { points, selfScore, standard, definition, target, actual } = draft.fields;
  const own = draft.name !== undefined && !draft.nameAbove;
  return (
    !own &&
    draft.groups.length === 0 &&
    ![points, selfScore, standard, definition, target, actual].some(Boolean)
  );
}

/** Rows that hold a number or a sentence say something; blank frames and lone words do not. */
function isReadable(row: RowLine): boolean {
  return row.cells.some((cell) => !cell.fromAbove && (/\d/.test(cell.text) || cell.text.length > 12));
}

export function rowNotRead(row: RowLine): Note {
  const shown = row.cells
    .filter((cell) => !cell.fromAbove)
    .map((cell) => cell.text)
    .join(' | ')
    .slice(0, 80);
  return note(
    'table/row-not-read',
    { zh: `这一行未能读作指标：${shown}`, en: `this row could not be read as an indicator: ${shown}` },
    row.place,
  );
}
