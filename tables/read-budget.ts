import type { Budget, BudgetPart } from '../model/assessment.ts';
import type { Printed } from '../model/printed.ts';
import type { Line, LineCell, RowLine } from './line.ts';
import { printNumber } from './printed-number.ts';

/**
 * The budget block of a department form: 总预算 and the parts beside it. `block` is the way of splitting that a part belongs
 * to, as the published forms group them.
 */
const parts: readonly { readonly name: string; readonly words: RegExp; readonly block: string }[] = [
  { name: '基本支出', words: /^基本支出(?:预算)?$/, block: '部门预算' },
  { name: '项目支出', words: /^项目支出(?:预算)?$/, block: '部门预算' },
  { name: '专项资金', words: /^专项资金$/, block: '事业发展支出' },
  { name: '其他事业发展支出', words: /^其他事业发展(?:性)?支出$/, block: '事业发展支出' },
  { name: '市本级资金', words: /^(?:市|区|县|省)?本级(?:资金|支出)$/, block: '按预算级次划分' },
  { name: '对下转移支付', words: /^对下(?:级)?转移支付$/, block: '按预算级次划分' },
];

const totalWords = /^(?:部门)?(?:年度)?总预算(?:金额|数)?(?:万元|元)?$/;

type Slot = { readonly name: string; readonly block?: string; readonly cell: LineCell };

/** Reads the block by its labels; in drawn tables an amount belongs to the label above it, in ragged ones the order decides. */
export function readBudget(lines: readonly Line[]): Budget | undefined {
  const rows = lines.filter((line): line is RowLine => line.kind === 'row');
  const slots = rows.flatMap((row) => row.cells.filter((cell) => !cell.fromAbove).flatMap(toSlot));
  const total = slots.find(({ block }) => block === undefined);
  if (total === undefined) return undefined;
  const from = rows.findIndex((row) => row.cells.includes(total.cell));
  const below = rows.slice(from);
  const amountRow =
    below.find((row) => amountsOf(row).length >= 2) ??
    below.find((row) => amountsOf(row).length === 1 && !row.cells.some((cell) => toSlot(cell).length > 0));
  const beside = besideLabels(rows, slots);
  const named = beside.length > 1 || amountRow === undefined ? beside : underLabels(amountRow, slots);
  const printedTotal = named.find(({ slot }) => slot === total)?.amount;
  if (printedTotal === undefined) return undefined;
  const unit = /(亿元|万元|元)/.exec(total.cell.text)?.[1] ?? unitNearby(rows);
  return {
    total: printedTotal,
    parts: named.filter(({ slot }) => slot !== total).map(toPart),
    ...(unit === undefined ? {} : { unit }),
  };
}

function toSlot(cell: LineCell): readonly Slot[] {
  if (totalWords.test(cell.key)) return [{ name: '总预算', cell }];
  const part = parts.find(({ words }) => words.test(cell.key));
  return part ? [{ name: part.name, block: part.block, cell }] : [];
}

type NamedAmount = { readonly slot: Slot; readonly amount: Printed };

function underLabels(row: RowLine, slots: readonly Slot[]): readonly NamedAmount[] {
  const amounts = amountsOf(row);
  if (row.arrangement === 'drawn') {
    return slots.flatMap((slot) => {
      const found = amounts.find(
        ({ cell }) =>
          cell.column < slot.cell.column + slot.cell.columnSpan &&
          slot.cell.column < cell.column + cell.columnSpan,
      );
      return found ? [{ slot, amount: found.amount }] : [];
    });
  }
  const ordered = [...slots].sort(
    (left, right) => Number(left.block !== undefined) - Number(right.block !== undefined),
  );
  return amounts.flatMap(({ amount }, index) => {
    const slot = ordered[index];
    return slot ? [{ slot, amount }] : [];
  });
}

/** `基本支出 | 2485.06` in one row. */
function besideLabels(rows: readonly RowLine[], slots: readonly Slot[]): readonly NamedAmount[] {
  return slots.flatMap((slot) => {
    const row = rows.find((candidate) => candidate.cells.includes(slot.cell));
    const next = row?.cells[row.cells.indexOf(slot.cell) + 1];
    const amount = next && printNumber(next);
    return amount ? [{ slot, amount }] : [];
  });
}

function amountsOf(row: RowLine): readonly { readonly cell: LineCell; readonly amount: Printed }[] {
  return row.cells.flatMap((cell) => {
    const amount = cell.fromAbove ? undefined : printNumber(cell);
    return amount && amount.unit !== '%' ? [{ cell, amount }] : [];
  });
}

function toPart({ slot, amount }: NamedAmount): BudgetPart {
  return { name: slot.name, amount, ...(slot.block === undefined ? {} : { block: slot.block }) };
}

function unitNearby(rows: readonly RowLine[]): string | undefined {
  for (const row of rows) {
    for (const cell of row.cells) {
      const unit = /[（(](?:单位[:：])?(亿元|万元|元)[）)]/.exec(cell.text)?.[1];
      if (unit) return unit;
    }
  }
  return undefined;
}
