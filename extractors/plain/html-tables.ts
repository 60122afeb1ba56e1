import { load } from 'cheerio/slim';
import { checkBoxOf } from './html-fragment.ts';
import { type SpannedCell, type SpannedRow, type Tiling, tileCells } from './tile-cells.ts';

/** What a cell of HTML holds: its text and where its element begins in the HTML, in UTF-16 units. */
export type HtmlCell = { readonly text: string; readonly offset: number };

/** A piece of HTML in reading order. */
export type HtmlPart =
  | { readonly kind: 'prose'; readonly text: string; readonly offset: number }
  | { readonly kind: 'table'; readonly tiling: Tiling<HtmlCell>; readonly offset: number };

/** As much of a node as is needed here. */
type HtmlNode = {
  readonly type: string;
  readonly name?: string;
  readonly data?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly HtmlNode[];
  readonly startIndex?: number | null;
};

const breaking =
  /^(?:p|br|div|li|ul|ol|h[1-6]|section|article|caption|blockquote|dd|dt|hr|header|footer|main)$/;
const unseen = /^(?:script|style|head|template|noscript|title)$/;

/**
 * Reads HTML with tables: text outside of them as prose, each table tiled. A table inside a cell becomes a table of its own behind
 * the one that holds it. What a style hides is left out. Works without recursion, so that no nesting is too deep.
 */
export function readHtmlTables(html: string): readonly HtmlPart[] {
  const document = load(
    html,
    { xml: { xmlMode: false, withStartIndices: true, decodeEntities: true } },
    false,
  );
  const root: HtmlNode = { type: 'root', children: document.root().get(0)?.children ?? [] };
  const parts: HtmlPart[] = [];
  let prose: HtmlNode[] = [];
  const endProse = (): void => {
    const text = textOf(prose);
    const offset = prose[0]?.startIndex ?? 0;
    if (text !== '') parts.push({ kind: 'prose', text, offset });
    prose = [];
  };
  for (const node of leaves(root, isTable)) {
    if (!isTable(node)) prose.push(node);
    else {
      endProse();
      parts.push(...readTableTree(node));
    }
  }
  endProse();
  return parts;
}

const isTable = ({ name }: HtmlNode): boolean => name === 'table';
const isCell = ({ name }: HtmlNode): boolean => name === 'td' || name === 'th';
const isRow = ({ name }: HtmlNode): boolean => name === 'tr';
const isGroup = ({ name }: HtmlNode): boolean => name === 'thead' || name === 'tbody' || name === 'tfoot';

/**
 * The nodes below `root` that have no children, and those that `isWhole` says to take as they are, in document order. An element that
 * breaks the line is given itself, before and behind what it holds.
 */
function leaves(root: HtmlNode, isWhole: (node: HtmlNode) => boolean): readonly HtmlNode[] {
  const found: HtmlNode[] = [];
  const waiting: HtmlNode[] = [...(root.children ?? [])].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isHidden(node)) continue;
    const children = node.children ?? [];
    if (isWhole(node) || children.length === 0) {
      found.push(node);
      continue;
    }
    const edge: HtmlNode | undefined = breaking.test(node.name ?? '')
      ? { type: 'tag', name: 'br', startIndex: node.startIndex ?? null }
      : undefined;
    if (edge !== undefined) {
      found.push(edge);
      waiting.push(edge);
    }
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const child = children[index];
      if (child !== undefined) waiting.push(child);
    }
  }
  return found;
}

function isHidden({ type, name, attribs }: HtmlNode): boolean {
  if (type === 'comment' || type === 'directive' || unseen.test(name ?? '')) return true;
  return attribs !== undefined && ('hidden' in attribs || /display\s*:\s*none/i.test(attribs.style ?? ''));
}

function textOf(nodes: readonly HtmlNode[]): string {
  const pieces = nodes.map((node) => {
    if (node.type === 'text') return (node.data ?? '').replace(/[ \t\r\n]+/g, ' ');
    if (node.name === 'input') {
      const { type = '', ...others } = node.attribs ?? {};
      return checkBoxOf(`type=${type}${'checked' in others ? ' checked' : ''}`);
    }
    return breaking.test(node.name ?? '') ? '\n' : '';
  });
  return pieces
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** A table and all tables in it, the outer one first; captions and stray text stand before as prose. */
function readTableTree(outermost: HtmlNode): readonly HtmlPart[] {
  const parts: HtmlPart[] = [];
  const waiting = [outermost];
  for (let table = waiting.pop(); table !== undefined; table = waiting.pop()) {
    const offset = table.startIndex ?? 0;
    const around = leaves(table, (node) => isCell(node) || isTable(node));
    const stray = textOf(around.filter((node) => !isCell(node) && !isTable(node)));
    if (stray !== '') parts.push({ kind: 'prose', text: stray, offset });
    parts.push({ kind: 'table', tiling: tileCells(rowsOf(table)), offset });
    const inner = around.flatMap((node) => (isTable(node) ? [node] : leaves(node, isTable).filter(isTable)));
    waiting.push(...inner.reverse());
  }
  return parts;
}

function rowsOf(table: HtmlNode): readonly SpannedRow<HtmlCell>[] {
  const rows: SpannedRow<HtmlCell>[] = [];
  const add = (trs: readonly HtmlNode[]): void => {
    const groupEnd = rows.length + trs.length;
    for (const tr of trs)
      rows.push({ groupEnd, cells: leaves(tr, isWholeInRow).filter(isCell).map(readCell) });
  };
  let loose: HtmlNode[] = [];
  for (const node of leaves(table, (child) => isGroup(child) || isRow(child) || isWholeInRow(child))) {
    if (isRow(node)) loose.push(node);
    else if (isCell(node)) loose.push({ type: 'tag', name: 'tr', children: [node] });
    else if (isGroup(node)) {
      add(loose);
      loose = [];
      add(leaves(node, (child) => isRow(child) || isTable(child)).filter(isRow));
    }
  }
  add(loose);
  return rows;
}

function isWholeInRow(node: HtmlNode): boolean {
  return isCell(node) || isTable(node);
}

function readCell(cell: HtmlNode): SpannedCell<HtmlCell> {
  return {
    rowSpan: span(cell.attribs?.rowspan, 0),
    columnSpan: span(cell.attribs?.colspan, 1),
    content: { text: textOf(leaves(cell, isTable)), offset: cell.startIndex ?? 0 },
  };
}

/** A span as HTML reads it: leading digits, at most 65534, else 1. */
function span(printed: string | undefined, least: 0 | 1): number {
  const value = Number.parseInt(printed ?? '1', 10);
  return Number.isInteger(value) && value >= least ? Math.min(value, 65_534) : 1;
}
