import { attribute, childElements, type MarkupNode } from '../markup.ts';
import { type FormedTable, formTable, type RowGroup, type SpannedCell } from './form-table.ts';
import { type TextVisitor, textOf } from './inline-text.ts';
import { visibilityOf } from './visibility.ts';

/** A table's visible cells by row, with the tables that stand inside its cells. */
export type TableContent = {
  readonly element: MarkupNode;
  readonly captions: readonly MarkupNode[];
  readonly groups: readonly (readonly (readonly MarkupNode[])[])[];
};

/** Rows and cells that do not show; they are left out as a browser leaves them out. */
export type HiddenParts = { readonly onHidden: (part: MarkupNode) => 'skip' | 'read' };

/** Finds a table's rows in the order in which they are drawn: the first thead on top, the first tfoot at the bottom. */
export function tableContent(table: MarkupNode, hidden: HiddenParts): TableContent {
  const shown = (node: MarkupNode): boolean =>
    visibilityOf(node) !== 'gone' || hidden.onHidden(node) === 'read';
  const parts = childElements(table).filter(shown);
  const cellsOf = (row: MarkupNode): readonly MarkupNode[] =>
    childElements(row).filter((cell) => (cell.name === 'td' || cell.name === 'th') && shown(cell));
  const rowsOf = (group: MarkupNode): readonly (readonly MarkupNode[])[] =>
    childElements(group)
      .filter((row) => row.name === 'tr' && shown(row))
      .map(cellsOf);
  const head = parts.find((part) => part.name === 'thead');
  const foot = parts.find((part) => part.name === 'tfoot');
  const bodies = parts.filter((part) => part !== head && part !== foot && isRowGroup(part));
  const ordered = [...(head ? [head] : []), ...bodies, ...(foot ? [foot] : [])];
  return {
    element: table,
    captions: parts.filter((part) => part.name === 'caption'),
    groups: ordered.map(rowsOf),
  };
}

function isRowGroup(part: MarkupNode): boolean {
  return part.name === 'thead' || part.name === 'tbody' || part.name === 'tfoot';
}

/** A table as text, and the tables inside it that are not part of its cells' texts. */
export type ReadTable = {
  readonly formed: FormedTable;
  readonly inner: readonly MarkupNode[];
  readonly cellTexts: readonly (readonly string[])[];
};

/** Reads the cells' texts and places them; a table inside a cell that has one cell itself is part of the text. */
export function readTable(content: TableContent, hidden: HiddenParts): ReadTable {
  const inner: MarkupNode[] = [];
  const visitor: TextVisitor = {
    onHidden: hidden.onHidden,
    onTable: (table) => {
      if (cellCount(table) <= 1) return 'inline';
      inner.push(table);
      return 'taken';
    },
  };
  const groups: RowGroup[] = content.groups.map((rows) =>
    rows.map((cells) => cells.map((cell) => spanned(cell, visitor))),
  );
  const cellTexts = groups.flatMap((rows) => rows.map((cells) => cells.map((cell) => cell.text)));
  return { formed: formTable(groups), inner, cellTexts };
}

function cellCount(table: MarkupNode): number {
  const rows = childElements(table).flatMap((part) => (isRowGroup(part) ? childElements(part) : []));
  return rows.flatMap(childElements).length;
}

function spanned(cell: MarkupNode, visitor: TextVisitor): SpannedCell {
  const isBlank = visibilityOf(cell) === 'blank' && visitor.onHidden(cell) === 'skip';
  return {
    text: isBlank ? '' : textOf(cell, visitor),
    rowSpan: attribute(cell, 'rowspan'),
    columnSpan: attribute(cell, 'colspan'),
  };
}

/**
 * Does the table only arrange a page (navigation beside content, a frame around the text)? It does when it has a single
 * cell, or when it holds other tables and at most a few of its rows have texts of their own side by side.
 */
export function isLayout(table: ReadTable): boolean {
  const rows = table.cellTexts;
  if (rows.reduce((sum, row) => sum + row.length, 0) <= 1) return true;
  if (table.inner.length === 0) return false;
  const filled = rows.map((row) => row.filter((text) => text !== '').length);
  const tabular = filled.filter((count) => count >= 2).length;
  return tabular < 2 || tabular * 2 < filled.filter((count) => count >= 1).length;
}
