import { readSymbols } from '../check-boxes.ts';
import { isElement, type MarkupNode } from '../markup.ts';
import { attributeOf, childOf, isOn, localName } from './word-markup.ts';

/** What the walk leaves out or finds beside the text. */
export type ParagraphSink = {
  /** Contents of text boxes that hang on the paragraph. */
  readonly onTextBox: (content: MarkupNode) => void;
  readonly onRevision: () => void;
  readonly onHidden: () => void;
};

/** Parts that hold settings, codes or marks and no text. */
const silent = new Set([
  'ppr',
  'rpr',
  'sdtpr',
  'instrtext',
  'deltext',
  'delinstrtext',
  'footnotereference',
  'endnotereference',
  'commentreference',
  'rt',
  'tblpr',
  'drawingml',
  'bindata',
]);

/**
 * A paragraph's text as it is shown when all changes are accepted: tabs as spaces, line breaks as `\n`, check boxes as `☑`
 * and `☐`; list numbers, field codes and hidden text are left out.
 */
export function paragraphText(paragraph: MarkupNode, sink: ParagraphSink): string {
  const parts: string[] = [];
  for (const child of paragraph.children ?? []) walk(child, { sink, parts, font: undefined });
  return parts.join('');
}

type Walk = {
  readonly sink: ParagraphSink;
  readonly parts: string[];
  readonly font: string | undefined;
};

function walk(node: MarkupNode, context: Walk): void {
  if (!isElement(node)) return;
  const { sink, parts } = context;
  const name = localName(node);
  if (silent.has(name)) return;
  switch (name) {
    case 't':
      parts.push(readSymbols(textOf(node), context.font));
      return;
    case 'tab':
    case 'ptab':
      parts.push(' ');
      return;
    case 'br':
    case 'cr':
      parts.push('\n');
      return;
    case 'nobreakhyphen':
      parts.push('-');
      return;
    case 'sym':
      parts.push(symbolOf(node));
      return;
    case 'checkbox':
      parts.push(formBox(node));
      return;
    case 'del':
    case 'movefrom':
      sink.onRevision();
      return;
    case 'txbxcontent':
      sink.onTextBox(node);
      return;
    case 'alternatecontent':
      walkChildren(chosenAlternative(node), context);
      return;
    case 'sdt':
      walkControl(node, context);
      return;
    case 'r':
      walkRun(node, context);
      return;
    default:
      if (name === 'ins' || name === 'moveto') sink.onRevision();
      walkChildren(node, context);
  }
}

function walkChildren(node: MarkupNode | undefined, context: Walk): void {
  for (const child of node?.children ?? []) walk(child, context);
}

function walkRun(run: MarkupNode, context: Walk): void {
  const properties = childOf(run, 'rpr');
  if (isOn(childOf(properties, 'vanish'))) {
    context.sink.onHidden();
    return;
  }
  const fonts = childOf(properties, 'rfonts');
  const font = attributeOf(fonts, 'ascii') ?? attributeOf(fonts, 'hansi') ?? symbolFont2003(properties);
  walkChildren(run, { ...context, font });
}

function symbolFont2003(properties: MarkupNode | undefined): string | undefined {
  return attributeOf(childOf(properties, 'font'), 'val');
}

/** A content control: a check box shows its state, an unfilled one only a prompt. */
function walkControl(control: MarkupNode, context: Walk): void {
  const properties = childOf(control, 'sdtpr');
  const box = childOf(properties, 'checkbox');
  if (box) {
    const checked = childOf(box, 'checked');
    context.parts.push(isOn(checked) ? '☑' : '☐');
  } else if (!isOn(childOf(properties, 'showingplchdr'))) {
    walkChildren(childOf(control, 'sdtcontent'), context);
  }
}

/** The check box of an old form field, inside the field's `ffData`. */
function formBox(box: MarkupNode): string {
  const state = childOf(box, 'checked') ?? childOf(box, 'default');
  return isOn(state) ? '☑' : '☐';
}

/** Word writes a text box twice, for new and old readers. */
function chosenAlternative(node: MarkupNode): MarkupNode | undefined {
  return childOf(node, 'choice') ?? childOf(node, 'fallback');
}

function symbolOf(node: MarkupNode): string {
  const code = Number.parseInt(attributeOf(node, 'char') ?? '', 16);
  if (!Number.isInteger(code) || code <= 0 || code > 0xffff) return '';
  return readSymbols(String.fromCharCode(code), attributeOf(node, 'font'));
}

function textOf(node: MarkupNode): string {
  return (node.children ?? []).map((child) => child.data ?? textOf(child)).join('');
}
