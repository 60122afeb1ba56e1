import { readSymbols, unifyCheckBoxes } from '../check-boxes.ts';
import { attribute, isElement, type MarkupNode } from '../markup.ts';
import { isUnseen, visibilityOf } from './visibility.ts';

/** Elements that stand on lines of their own. */
export const blockElements = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre section summary table tbody td tfoot th thead tr caption ul'.split(
    ' ',
  ),
);

/** Stands in collected text for a line break that is drawn, apart from those of the source. */
const lineBreak = '\u2028';

/** What the walk meets besides text. */
export type TextVisitor = {
  /** Says whether a table's text belongs to its surroundings; otherwise the visitor takes the table. */
  readonly onTable: (table: MarkupNode) => 'inline' | 'taken';
  readonly onHidden: (element: MarkupNode) => 'skip' | 'read';
};

/**
 * The text of an element as a browser shows it: spaces folded, a line for each paragraph or `<br>`, check boxes and
 * filled fields of forms as text.
 */
export function textOf(element: MarkupNode, visitor: TextVisitor): string {
  const parts: string[] = [];
  for (const child of element.children ?? []) collectText(child, visitor, (text) => parts.push(text));
  return tidyText(parts.join(''));
}

/** Hands the pieces of a node's text to `push`, to be joined and given to `tidyText`. */
export function collectText(node: MarkupNode, visitor: TextVisitor, push: (text: string) => void): void {
  walk(node, { visitor, push, font: undefined, keepsLines: false });
}

type Walk = {
  readonly visitor: TextVisitor;
  readonly push: (text: string) => void;
  readonly font: string | undefined;
  readonly keepsLines: boolean;
};

function walk(node: MarkupNode, context: Walk): void {
  if (node.type === 'text') {
    const text = readSymbols(node.data ?? '', context.font);
    context.push(context.keepsLines ? text.replace(/\r?\n/g, lineBreak) : text);
    return;
  }
  if (!isElement(node)) return;
  const field = fieldText(node);
  if (field !== undefined) context.push(field);
  if (node.name === 'br') context.push(lineBreak);
  if (field !== undefined || isUnseen(node)) return;
  if (visibilityOf(node) !== 'shown' && context.visitor.onHidden(node) === 'skip') return;
  if (node.name === 'table' && context.visitor.onTable(node) === 'taken') return;
  const isBlock = blockElements.has(node.name ?? '');
  const inner = { ...context, font: fontOf(node) ?? context.font, keepsLines: keepsLines(node, context) };
  if (isBlock) context.push(lineBreak);
  for (const child of node.children ?? []) walk(child, inner);
  if (isBlock) context.push(lineBreak);
}

function keepsLines(node: MarkupNode, context: Walk): boolean {
  if (node.name === 'pre') return true;
  const style = /white-space\s*:\s*(\S+)/i.exec(attribute(node, 'style') ?? '')?.[1];
  return style === undefined ? context.keepsLines : style.startsWith('pre');
}

function fontOf(node: MarkupNode): string | undefined {
  const style = attribute(node, 'style') ?? '';
  const family =
    /(?:^|;)\s*(?:font-family|mso-char-type[^;]*;\s*mso-symbol-font-family)\s*:\s*([^;,]+)/i.exec(style)?.[1];
  return attribute(node, 'face') ?? family ?? undefined;
}

/** What a form field shows; `undefined` for anything else. */
function fieldText(node: MarkupNode): string | undefined {
  if (node.name === 'textarea') {
    const text = (node.children ?? []).map((child) => child.data ?? '').join('');
    return text.replace(/\r?\n/g, lineBreak);
  }
  if (node.name === 'select') return chosenOption(node);
  if (node.name !== 'input') return undefined;
  const type = (attribute(node, 'type') ?? 'text').toLowerCase();
  if (type === 'checkbox' || type === 'radio') return attribute(node, 'checked') === undefined ? '☐' : '☑';
  if (visibilityOf(node) !== 'shown') return '';
  return ['text', 'number', 'date', 'tel', 'search'].includes(type) ? (attribute(node, 'value') ?? '') : '';
}

function chosenOption(select: MarkupNode): string {
  const options = (select.children ?? []).flatMap((child) =>
    child.name === 'optgroup' ? (child.children ?? []) : [child],
  );
  const named = options.filter((option) => option.name === 'option');
  const chosen = named.find((option) => attribute(option, 'selected') !== undefined) ?? named[0];
  return (chosen?.children ?? []).map((child) => child.data ?? '').join('');
}

const wide = '[\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef]';
/** A line of the source that ends between two Chinese characters is no space. */
const sourceBreak = new RegExp(`(${wide})[ \\t]*[\\r\\n]+[ \\t]*(?=${wide})`, 'g');

/** Folds spaces, drops empty lines and gives check boxes their one form. */
export function tidyText(text: string): string {
  const lines = text
    .replace(sourceBreak, '$1')
    .replace(/[\s\u00a0\u3000\u200b\ufeff]+/g, (space) => (space.includes(lineBreak) ? '\n' : ' '))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return unifyCheckBoxes(lines.join('\n'));
}
