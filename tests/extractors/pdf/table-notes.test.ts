import { expect, test } from 'vitest';
import type { DrawnTable } from '../../../extractors/layout/drawn-table.ts';
import { edgeNotes } from '../../../extractors/pdf/table-notes.ts';

const table: DrawnTable = {
  page: 3,
  box: [0, 0, 100, 100],
  rowCount: 2,
  columnCount: 2,
  cells: [],
  evidence: 'ruled',
  completed: 0,
};

test('sides that are not drawn are counted once a page, doubtful cells are named one by one', () => {
  const box = [0, 0, 50, 40] as const;
  const notes = edgeNotes(3, [
    { ...table, impliedEdges: 2 },
    { ...table, impliedEdges: 1, doubtful: [box] },
  ]);
  expect(notes.map((note) => note.code)).toEqual(['pdf/edge-implied', 'pdf/edge-doubtful']);
  expect(notes[0]?.message.en).toContain('3 sides');
  expect(notes[1]?.place).toEqual({ page: 3, box });
});

test('a page whose lines are all there has no such note', () => {
  expect(edgeNotes(3, [table, { ...table, impliedEdges: 0, doubtful: [] }])).toEqual([]);
});
