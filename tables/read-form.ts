import type { Assessment, FundsRow, GradeLine, Indicator } from '../model/assessment.ts';
import type { ColumnRole } from '../model/column-role.ts';
import type { DecimalString } from '../model/decimal-string.ts';
import type { PrintedText } from '../model/printed.ts';
import type { Profile } from '../model/profile.ts';
import { buildIndicators } from './build-indicators.ts';
import type { FormLines } from './find-forms.ts';
import { isTotalRow } from './find-forms.ts';
import { findProfile } from './find-profile.ts';
import { isFormTitle, readLabel, splitLabelled } from './form-labels.ts';
import { toIndicatorRow } from './indicator-row.ts';
import type { Line, ProseLine, RowLine } from './line.ts';
import { nestGoals } from './nest-goals.ts';
import { partRows } from './part-rows.ts';
import { printScore } from './printed-number.ts';
import { isLevelName, readBody } from './read-body.ts';
import { readBudget } from './read-budget.ts';
import { type FundsBlock, readFunds } from './read-funds.ts';
import { readGradeLine } from './read-grade.ts';
import { pickField, readLabels } from './read-labels.ts';
import { readStatements } from './read-statements.ts';
import { formKind, readTitle, readYear, unitInTitle } from './read-title.ts';
import { readTotalRow } from './read-total.ts';
import { recognizeForm } from './recognize-form.ts';
import type { Header } from './recognize-header.ts';
import { recoverRows } from './recover-rows.ts';
import { rejoinHalves, type TextOrder } from './rejoin-halves.ts';
import { rejoinScores } from './rejoin-scores.ts';
import { settleGroups } from './settle-groups.ts';
import { settlePoints } from './settle-points.ts';
import { attachSubtotals, separateSubtotals } from './settle-subtotals.ts';
import { labelledFigure } from './worded-figures.ts';

/** Which of its two long texts a row prints first. */
function textOrder(columns: readonly ColumnRole[]): TextOrder {
  const definition = columns.indexOf('definition');
  const standard = columns.indexOf('standard');
  return definition >= 0 && standard >= 0 && standard < definition
    ? ['standard', 'definition']
    : ['definition', 'standard'];
}

/** The lines of a form by what they are for. */
type Sorted = {
  readonly block: readonly Line[];
  readonly body: readonly { readonly row: RowLine; readonly header: Header }[];
  readonly total?: { readonly row: RowLine; readonly header: Header };
  readonly grade?: GradeLine;
  readonly remarks: readonly PrintedText[];
  readonly after: readonly Line[];
};

/** Reads one form; nothing when its table asks for no result (a table of targets). */
export function readForm(form: FormLines, profiles: readonly Profile[]): Assessment | undefined {
  const first = form.headers[0];
  if (first === undefined) return undefined;
  const columns = [
    ...new Set(form.headers.flatMap(({ header }) => header.columns.map(({ role }) => role))),
  ].filter((role) => role !== 'unnamed');
  if (!columns.some((role) => role === 'selfScore' || role === 'actual')) return undefined;
  const funds = readFunds(form.lines);
  const sorted = sortLines(form, funds);
  const { rows, notes } = readBody(sorted.body);
  const drafts = rejoinHalves(rows, textOrder(columns));
  const labelled = readLabels([...sorted.block, ...sorted.after]);
  const title = readTitle(sorted.block);
  const found = findProfile(drafts, profiles, columns);
  const joined = rejoinScores(found ? recoverRows(found.reading, found.profile) : drafts.map(toIndicatorRow));
  const separated = separateSubtotals(joined);
  const total = sorted.total && readTotalRow(sorted.total.row, sorted.total.header, separated.rows);
  const fundsRows = funds?.rows ?? [];
  const { execution, total: fundsTotal } = splitFunds(fundsRows);
  const bodyMark = bodyFullMark(total?.max?.value ?? '100', execution);
  const settled = settlePoints(separated.rows, columns.includes('points') ? bodyMark : undefined);
  const { value: hierarchy, notes: unplaced } = attachSubtotals(
    settleGroups(settled, found?.profile),
    separated.subtotals,
  );
  const built = buildIndicators(hierarchy, { execution, scored: columns.includes('selfScore') });
  if (built.indicators.length === 0) return undefined;
  if (columns.includes('selfScore') && !holdsFigures(built.indicators)) return undefined;
  const labelTotal = labelledTotal(labelled);
  const shownTotal = total?.printed || total?.max ? total : (labelTotal ?? fundsTotal ?? total);
  const unit = pickField(labelled, 'unit') ?? pickField(labelled, 'department') ?? unitInTitle(title);
  const department = pickField(labelled, 'department');
  const project = pickField(labelled, 'project');
  const year = readYear(sorted.block, labelled);
  const budget = readBudget(sorted.block);
  const columnsFrom = columnsOf(sorted.body);
  const pages = pagesOf(form.lines);
  const kind = formKind(title?.text, labelled);
  const profile =
    found?.profile ??
    recognizeForm(
      {
        kind,
        titleAndUnit: [title?.text ?? '', unit?.text ?? ''],
        columns,
        block: sorted.block,
        header: form.headers.flatMap(({ start, end }) => form.lines.slice(start, end)),
        drafts,
        remarks: sorted.remarks,
      },
      profiles,
    );
  return {
    form: kind,
    ...(profile ? { profileId: profile.id, profileBasis: found ? 'rubric' : 'wording' } : {}),
    ...(title ? { title } : {}),
    ...(unit ? { unit: withoutLevelMark(tidy(unit)) } : {}),
    ...(department ? { department: tidy(department) } : {}),
    ...(project ? { project: tidy(project) } : {}),
    ...(year ? { year } : {}),
    ...(pages ? { pages } : {}),
    columns,
    ...nestGoals({ indicators: built.indicators, groups: hierarchy.groups }, form.lines),
    ...(budget ? { budget } : {}),
    funds: fundsRows,
    ...(shownTotal ? { total: shownTotal } : {}),
    ...(sorted.grade ? { grade: sorted.grade } : {}),
    statements: readStatements(form.lines),
    remarks: sorted.remarks,
    ...(columnsFrom ? { columnsFrom } : {}),
    notes: [...notes, ...unplaced, ...built.notes],
  };
}

function columnsOf(body: Sorted['body']): Assessment['columnsFrom'] {
  if (body.some(({ row }) => row.isAligned)) return 'positions';
  return body.some(({ header }) => header.isInferred) ? 'figures' : undefined;
}

/** Half of the rows with points or a score: below that the columns were not understood, and what was read means nothing. */
function holdsFigures(indicators: readonly Indicator[]): boolean {
  const figured = indicators.filter(({ maxScore, selfScore }) => maxScore ?? selfScore).length;
  return figured * 2 >= indicators.length;
}

/** In moved tables the fullest header of the form serves all its rows; drawn tables go by the one above each row. */
function sortLines(form: FormLines, funds: FundsBlock | undefined): Sorted {
  const fullest = form.headers.reduce((best, found) =>
    found.header.columns.length > best.header.columns.length ? found : best,
  );
  const firstStart = form.headers[0]?.start ?? 0;
  const body: { row: RowLine; header: Header }[] = [];
  const remarks: PrintedText[] = [];
  const after: Line[] = [];
  let total: Sorted['total'];
  let grade: GradeLine | undefined;
  let header = form.headers[0]?.header ?? fullest.header;
  let closed = false;
  const block = form.lines.slice(0, firstStart);
  const named = labelledTotal(readLabels(block))?.printed?.value;
  form.lines.forEach((line, index) => {
    const found = form.headers.find(({ start, end }) => index >= start && index < end);
    if (found) {
      header = found.header;
      closed = false;
      return;
    }
    const isRemark = line.kind === 'prose' ? remarkOf(line.text) : undefined;
    if (isRemark) remarks.push({ text: line.kind === 'prose' ? line.text : '', place: line.place });
    if (index < firstStart || (funds && index >= funds.start && index < funds.end)) {
      if (line.kind === 'row' && grade === undefined) grade = gradeOf(line);
      return;
    }
    if (line.kind === 'prose') {
      if (!closed && isLevelName(line.text)) body.push({ row: asRow(line), header });
      grade ??= gradeOfProse(line.text, line);
      after.push(line);
      return;
    }
    const own = line.arrangement === 'ragged' ? fullest.header : header;
    if (isTotalRow(line) && !isIndicatorNamedTotal(line) && !isSectionTotal(form, index, named)) {
      total ??= { row: line, header: own };
      closed = true;
      return;
    }
    const graded = gradeOf(line);
    if (graded) {
      grade ??= graded;
      closed = true;
      return;
    }
    if (isTitleRow(line)) return;
    const remark = remarkRow(line);
    if (remark) remarks.push(remark);
    else if (closed || isLabelRow(line)) after.push(line);
    else body.push(...partRows(line, own).map((row) => ({ row, header: own })));
  });
  return { block, body, ...(total ? { total } : {}), ...(grade ? { grade } : {}), remarks, after };
}

/** A line without columns in moved text may still be a row of its table. */
function asRow({ text, key, place }: ProseLine): RowLine {
  const cell = { text, key, column: 0, columnSpan: 1, rowSpan: 1, fromAbove: false, place };
  return { kind: 'row', arrangement: 'ragged', grid: -1, cells: [cell], place };
}

/** The title printed again, or that of the next form. */
function isTitleRow(row: RowLine): boolean {
  const [only, ...others] = row.cells.filter((cell) => !cell.fromAbove);
  return only !== undefined && others.length === 0 && isFormTitle(only.text);
}

/**
 * A 合计 that does not hold the full mark adds up its section alone where rows with figures follow in its table, or come before another
 * 合计, where one with the full mark follows, or where the block above names another total.
 */
function isSectionTotal({ lines }: FormLines, index: number, named: DecimalString | undefined): boolean {
  const row = lines[index];
  if (row?.kind !== 'row') return false;
  const figures = row.cells.flatMap((cell) => printScore(cell)?.value ?? []);
  if (figures.length < 2 || figures.includes('100')) return false;
  if (named !== undefined && !figures.includes(named)) return true;
  const after = lines.slice(index + 1);
  const last = after.findLastIndex((line) => line.kind === 'row' && isTotalRow(line));
  if (isFullTotal(after[last])) return true;
  return after.some(
    (line, at) =>
      line.kind === 'row' &&
      (at < last || line.grid === row.grid) &&
      figuresOf(line) >= 2 &&
      !isTotalRow(line),
  );
}

/** 总分 | 100 | 96.8, or 总分：96.8分. */
function isFullTotal(line: Line | undefined): boolean {
  if (line?.kind !== 'row') return false;
  const holdsFullMark = line.cells.some((cell) => printScore(cell)?.value === '100');
  return (
    (figuresOf(line) >= 2 && holdsFullMark) ||
    line.cells.some(({ text }) => labelledFigure(text) !== undefined)
  );
}

const figuresOf = (row: RowLine): number =>
  row.cells.filter((cell) => !cell.fromAbove && printScore(cell) !== undefined).length;

/** A 合计 that has a standard or a target beside it is an indicator, not the total. */
function isIndicatorNamedTotal(row: RowLine): boolean {
  return row.cells.some((cell) => cell.text.length > 40);
}

function gradeOf(row: RowLine): GradeLine | undefined {
  const fresh = row.cells.filter((cell) => !cell.fromAbove);
  for (const [index, cell] of fresh.entries()) {
    const inside = splitLabelled(cell.text);
    const label = inside?.label ?? readLabel(cell.text);
    if (label?.field !== 'grade') continue;
    const rest = [inside?.value ?? '', ...fresh.slice(index + 1).map(({ text }) => text)].join(' ').trim();
    const read = readGradeLine(rest, row.place);
    if (read.options.length > 0 || read.written || rest === '') return read;
  }
  return undefined;
}

function gradeOfProse(text: string, line: Line): GradeLine | undefined {
  const labelled = splitLabelled(text);
  if (labelled?.label.field !== 'grade') return undefined;
  const read = readGradeLine(labelled.value, line.place);
  return read.options.length > 0 || read.written ? read : undefined;
}

const remarkStart = /^(?:注|备注|说明|填表说明|附注|其他需要说明的事项|填报说明)\s*\d*[:：.、]/;

function remarkOf(text: string): boolean {
  return remarkStart.test(text);
}

function remarkRow(row: RowLine): PrintedText | undefined {
  const fresh = row.cells.filter((cell) => !cell.fromAbove);
  const [first, second] = fresh;
  if (first === undefined || fresh.length > 2) return undefined;
  if (fresh.length === 1 && remarkOf(first.text)) return { text: first.text, place: first.place };
  if (second && /^(?:注|备注\d*|说明|其他需要说明的事项)$/.test(first.key))
    return { text: second.text, place: second.place };
  return undefined;
}

/** A row of the header or footer block (项目负责人 | …) between or under the indicators. */
function isLabelRow(row: RowLine): boolean {
  const [first] = row.cells.filter((cell) => !cell.fromAbove);
  if (first === undefined) return false;
  const inside = splitLabelled(first.text);
  const isLabel =
    (inside && inside.value !== '') || readLabel(first.text) !== undefined || footerWords.test(first.key);
  return isLabel && !row.cells.some((cell) => !cell.fromAbove && printScore(cell) !== undefined);
}

const footerWords =
  /^(?:评价结论|存在问题|改进措施|存在的问题|主要问题|有关建议|下一步.{0,12}|项目负责人.{0,4}|财务负责人.{0,4}|单位负责人.{0,4}|填表人.{0,4}|审核人.{0,4}|主要绩效|经验做法|偏差大或.{0,20}|改进措施及.{0,20}|问题及原因.{0,10}|主管部门.{0,8}意见|财政部门.{0,8}意见)$/;

function labelledTotal(labelled: ReturnType<typeof readLabels>): Assessment['total'] {
  for (const { label, value } of labelled) {
    if (label.field !== 'total' || /^(?:合计|总计)$/.test(label.key)) continue;
    const printed = printScore({
      text: value.text,
      key: '',
      column: 0,
      columnSpan: 1,
      rowSpan: 1,
      fromAbove: false,
      place: value.place,
    });
    if (printed) return { printed, place: value.place };
  }
  return undefined;
}

/** The funds row that carries points: the execution row, or the table's total where it has all 100 points. */
function splitFunds(rows: readonly FundsRow[]): {
  readonly execution?: FundsRow;
  readonly total?: NonNullable<Assessment['total']>;
} {
  const scored = rows.find(
    ({ points, score, isTotal }) =>
      isTotal && points !== undefined && (score !== undefined || points !== undefined),
  );
  if (scored?.points === undefined) return {};
  if (scored.points.value !== '100') return { execution: scored };
  const printed = scored.score ? { printed: scored.score } : {};
  return { total: { max: scored.points, ...printed, place: scored.place } };
}

function bodyFullMark(full: string, execution: FundsRow | undefined): string | undefined {
  const points = execution?.points?.value;
  if (points === undefined) return full;
  const left = Number(full) - Number(points);
  return Number.isInteger(left) && left > 0 ? String(left) : undefined;
}

/** The budget system marks the unit that reports for its whole department with （部门）; that is no part of its name. */
function withoutLevelMark(unit: PrintedText): PrintedText {
  return { ...unit, text: unit.text.replace(/[（(]部门[）)]$/, '') };
}

function tidy(text: PrintedText): PrintedText {
  return { ...text, text: text.text.replace(/\s+/g, '') };
}

function pagesOf(lines: readonly Line[]): readonly [number, number] | undefined {
  const pages = lines.flatMap(({ place }) => (place.page === undefined ? [] : [place.page]));
  return pages.length === 0 ? undefined : [Math.min(...pages), Math.max(...pages)];
}
