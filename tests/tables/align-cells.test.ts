import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignCells, type Pricing } from '../../tables/align-cells.ts';
import { type CellTraits, describeCell } from '../../tables/cell-traits.ts';

const cellAt = (column: number, text: string): CellTraits =>
  describeCell({ text, key: text, column, columnSpan: 1, rowSpan: 1, fromAbove: false, place: { column } });

const columns = ['name', 'points', 'text', 'score'].map((role, start) => ({ role, start, end: start + 1 }));

const pricing: Pricing<string> = {
  match: (role, { score }) => ((role === 'points' || role === 'score') === (score !== undefined) ? 0 : 100),
  blank: () => 0.3,
  shift: 0.3,
};

const rolesOf = (cells: readonly CellTraits[]): Record<string, string> =>
  Object.fromEntries(
    [...(alignCells(cells, columns, pricing)[0]?.fields ?? [])].map(([role, { cell }]) => [role, cell.text]),
  );

describe('alignCells', () => {
  test('reads a row that stands two columns off as if it did not', () => {
    const row = ['甲', '3', '说明', '2'].map((text, index) => cellAt(index + 2, text));
    expect(rolesOf(row)).toEqual({ name: '甲', points: '3', text: '说明', score: '2' });
  });

  test('leaves the column empty whose cell is missing', () => {
    expect(rolesOf([cellAt(0, '甲'), cellAt(2, '说明'), cellAt(3, '2')])).toEqual({
      name: '甲',
      text: '说明',
      score: '2',
    });
  });

  test('drops a number that fits no column and keeps the rest', () => {
    const row = [cellAt(0, '甲'), cellAt(1, '3'), cellAt(2, '3'), cellAt(3, '说明'), cellAt(4, '2')];
    const [best] = alignCells(row, columns, pricing);
    expect(best?.dropped.map(({ cell }) => cell.text)).toEqual(['3']);
    expect(best?.fields.get('score')?.cell.text).toBe('2');
  });

  test('keeps the order of the cells in every reading, cheapest first', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(3), fc.constantFrom('甲', '说明', '3', '2.5')), {
          minLength: 1,
          maxLength: 7,
        }),
        (entries) => {
          let column = 0;
          const row = entries.map(([gap, text]) => {
            column += gap + 1;
            return cellAt(column, text);
          });
          const readings = alignCells(row, columns, pricing);
          for (const { fields } of readings) {
            const inColumns = columns.flatMap(({ role }) => fields.get(role)?.cell.column ?? []);
            expect([...inColumns].sort((left, right) => left - right)).toEqual(inColumns);
          }
          const costs = readings.map(({ cost }) => cost);
          expect([...costs].sort((left, right) => left - right)).toEqual(costs);
        },
      ),
    );
  });
});
