import type { Assessment, BudgetPart } from '../../model/assessment.ts';
import type { Printed } from '../../model/printed.ts';
import { matchKey } from '../../text/fold.ts';
import { type Exactly, exact, halfUnit, sum } from '../exact.ts';

/** A total and the parts that come nearest to what the header says it is made of. `whole`: every part of it was read. */
export type BudgetComparison = {
  readonly total: Printed;
  readonly parts: readonly BudgetPart[];
  readonly isWhole: 'whole' | 'partial';
};

/** Parts that make up one way of splitting, by their names, for headers whose blocks were not read. */
const knownBlocks: readonly { readonly block: string; readonly names: readonly string[] }[] = [
  { block: '部门预算', names: ['基本支出', '项目支出'] },
  { block: '事业发展支出', names: ['专项资金', '其他事业发展支出'] },
];

/** Splits of the same money by another measure: they are no further parts of the total. */
const otherMeasures = /级次|市本级|区本级|县本级|省本级|本级资金|转移支付|按.*(?:来源|性质|级)/u;

/** Most blocks whose combinations are tried. */
const mostBlocks = 8;

/** The department budget where no sum of whole blocks gives the printed total; empty when one does, or nothing can be said. */
export function compareBudget({ budget }: Assessment): readonly BudgetComparison[] {
  const total = budget?.total;
  if (!total) return [];
  const parts = budget.parts.filter((part) => isSpending(part) && part.amount.unit === total.unit);
  const blocks = [...blocksOf(parts).values()];
  if (parts.length < 2 || blocks.length > mostBlocks) return [];
  if (blockSums(blocks).some((chosen) => agree(total, chosen))) return [];
  const main = blocks.find((block) => block.length > 1) ?? parts;
  return [{ total, parts: main, isWhole: isWhole(main, parts) ? 'whole' : 'partial' }];
}

function isSpending({ name, block }: BudgetPart): boolean {
  return !otherMeasures.test(matchKey(block ?? '')) && !otherMeasures.test(matchKey(name));
}

/** Parts by their block; a part of no known block stands for itself. */
function blocksOf(parts: readonly BudgetPart[]): ReadonlyMap<string, readonly BudgetPart[]> {
  const blocks = new Map<string, BudgetPart[]>();
  for (const [index, part] of parts.entries()) {
    const known = knownBlocks.find(({ names }) => names.includes(matchKey(part.name)))?.block;
    const key = part.block ?? known ?? `${index}`;
    blocks.set(key, [...(blocks.get(key) ?? []), part]);
  }
  return blocks;
}

/** Each combination of one or more blocks; a block that prints its own sum counts by that or by its parts. */
function blockSums(blocks: readonly (readonly BudgetPart[])[]): readonly (readonly BudgetPart[])[] {
  let combined: readonly (readonly BudgetPart[])[] = [[]];
  for (const block of blocks) {
    combined = combined.flatMap((taken) => [
      taken,
      ...readingsOf(block).map((parts) => [...taken, ...parts]),
    ]);
  }
  return combined.filter((parts) => parts.length > 0);
}

function readingsOf(block: readonly BudgetPart[]): readonly (readonly BudgetPart[])[] {
  const heads = block.filter(({ name, block: of }) => of !== undefined && matchKey(name) === matchKey(of));
  const rest = block.filter((part) => !heads.includes(part));
  return heads.length > 0 && rest.length > 0 ? [heads, rest] : [block];
}

/** Amounts are measured: each is open by half a unit of the finest decimals printed among them. */
function agree(total: Printed, parts: readonly BudgetPart[]): boolean {
  return withinRounding(
    total,
    parts.map(({ amount }) => amount),
  );
}

export function withinRounding(total: Printed, parts: readonly Printed[]): boolean {
  const finest = Math.max(total.decimals, ...parts.map(({ decimals }) => decimals));
  const slack: Exactly = halfUnit(finest).times(parts.length).plus(halfUnit(total.decimals));
  const gap = exact(total.value).minus(sum(parts.map(({ value }) => exact(value))));
  return gap.isZero() || gap.abs().lt(slack);
}

/** Every known block is there with all its parts or not at all, and the total is compared with one of them. */
function isWhole(main: readonly BudgetPart[], parts: readonly BudgetPart[]): boolean {
  const isHalfRead = knownBlocks.some(({ names }) => hasAny(parts, names) && !hasAll(parts, names));
  return !isHalfRead && knownBlocks.some(({ names }) => hasAll(main, names));
}

function hasAny(parts: readonly BudgetPart[], names: readonly string[]): boolean {
  return parts.some(({ name }) => names.includes(matchKey(name)));
}

function hasAll(parts: readonly BudgetPart[], names: readonly string[]): boolean {
  const present = parts.map(({ name }) => matchKey(name));
  return names.every((name) => present.includes(name));
}
