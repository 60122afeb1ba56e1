import type { Repair } from '../model/assessment.ts';
import type { ColumnRole } from '../model/column-role.ts';
import type { Place } from '../model/place.ts';
import type { Printed, PrintedText } from '../model/printed.ts';
import { foldWidth } from '../text/fold.ts';
import { normalizeDecimal } from '../text/numeral.ts';
import type { CellTraits } from './cell-traits.ts';
import type { DraftReading, DraftRow, GroupMention } from './draft-row.ts';
import { printNumber, printScore } from './printed-number.ts';

/** A scored row with its values, before it has its place in the hierarchy. */
export type IndicatorRow = {
  readonly place: Place;
  readonly arrangement: DraftRow['arrangement'];
  readonly groups: readonly GroupMention[];
  readonly rubricRow?: number;
  /** As printed, without space; absent when it could not be read. */
  readonly name?: string;
  /** See `DraftRow`. */
  readonly asLevel?: GroupMention;
  readonly points?: Printed;
  readonly selfScore?: Printed;
  readonly definition?: PrintedText;
  readonly standard?: PrintedText;
  readonly target?: PrintedText;
  readonly actual?: PrintedText;
  readonly evidence?: PrintedText;
  readonly reason?: PrintedText;
  readonly repairs: readonly Repair[];
  readonly others: readonly DraftReading[];
  readonly margin: number;
};

export function toIndicatorRow(draft: DraftRow): IndicatorRow {
  const { fields } = draft;
  const texts = {
    definition: textOf(fields.definition),
    standard: textOf(fields.standard),
    target: targetOf(fields),
    actual: textOf(fields.actual),
    evidence: textOf(fields.evidence),
    reason: textOf(fields.reason),
  };
  const name = draft.name && nameOf(draft.name.cell.text);
  const points = fields.points ? printScore(fields.points.cell) : draft.name && pointsInName(draft.name);
  const selfScore = fields.selfScore && printScore(fields.selfScore.cell);
  return {
    place: draft.place,
    arrangement: draft.arrangement,
    groups: draft.groups,
    ...(name ? { name } : {}),
    ...(draft.asLevel ? { asLevel: draft.asLevel } : {}),
    ...(points ? { points } : {}),
    ...(selfScore && selfScore.unit !== '%' ? { selfScore } : {}),
    ...withoutBlanks(texts),
    repairs: draft.repairs,
    others: draft.others,
    margin: draft.margin,
  };
}

/** A name as published: without space and line breaks. */
export function nameOf(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Points that stand in a name: 产出指标（50分）, 数量指标15分. */
export function pointsInName(cell: CellTraits): Printed | undefined {
  const folded = foldWidth(cell.cell.text).replace(/\s+/g, '');
  const match = /[([](\d+(?:\.\d+)?)分?[)\]]|(\d+(?:\.\d+)?)分$/.exec(folded);
  const digits = match?.[1] ?? match?.[2];
  if (digits === undefined) return undefined;
  const decimals = digits.split('.')[1]?.length ?? 0;
  return {
    raw: match?.[0] ?? digits,
    value: normalizeDecimal(digits),
    decimals,
    unit: '分',
    origin: 'printed',
    place: cell.cell.place,
  };
}

function textOf(traits: CellTraits | undefined): PrintedText | undefined {
  return traits && { text: traits.cell.text, place: traits.cell.place };
}

/** Target as one text where the form splits it into sign, value and unit; 定性 is no sign. */
function targetOf(fields: Readonly<Partial<Record<ColumnRole, CellTraits>>>): PrintedText | undefined {
  const main = fields.target ?? fields.initialTarget;
  if (main === undefined) return undefined;
  const sign =
    fields.targetSign && /^[=＝≥≤><]|^[><]=$/.test(fields.targetSign.cell.text)
      ? fields.targetSign.cell.text
      : '';
  const unit =
    fields.targetUnit && !main.isMark && printNumber(main.cell)?.unit === undefined
      ? fields.targetUnit.cell.text
      : '';
  const text = `${/^[=＝≥≤><]/.test(main.cell.text) ? '' : sign}${main.cell.text}${main.quantity ? unit : ''}`;
  return { text, place: main.cell.place };
}

type Texts = 'definition' | 'standard' | 'target' | 'actual' | 'evidence' | 'reason';

function withoutBlanks(
  texts: Readonly<Record<Texts, PrintedText | undefined>>,
): Partial<Record<Texts, PrintedText>> {
  const kept: Partial<Record<Texts, PrintedText>> = {};
  for (const [field, text] of Object.entries(texts)) if (text) kept[field as Texts] = text;
  return kept;
}
