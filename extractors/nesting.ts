/** Elements that never hold others. */
const voidElements = new Set(
  'area base br col embed hr img input link meta param source track wbr basefont bgsound frame keygen'.split(
    ' ',
  ),
);

/** Elements whose content is text up to their own end tag. */
const rawTextElements = new Set('script style textarea title xmp iframe noembed noframes'.split(' '));

/** Opening one of these closes what stands open up to (not including) the nearest of the elements listed. */
const impliedEnds: Readonly<Record<string, readonly string[]>> = {
  td: ['tr', 'table'],
  th: ['tr', 'table'],
  tr: ['table'],
  tbody: ['table'],
  thead: ['table'],
  tfoot: ['table'],
};

/** Elements that end where the next of their kind begins: they nest only through others, which are counted. */
const neverNested = new Set('p li dt dd option optgroup rp rt'.split(' '));

/** An end tag does not reach through one of these. */
const boundaries = new Set(['table', 'td', 'th']);
const tableParts = new Set(['table', 'td', 'th', 'tr', 'tbody', 'thead', 'tfoot', 'caption']);

/** How large a markup document is before anything is built from it. */
export type MarkupSize = { readonly elements: number; readonly depth: number };

/** Elements of one document and levels of nesting that the readers work through; real pages stay far below both. */
export const markupLimits: MarkupSize = { elements: 600_000, depth: 800 };

const tagPattern = /<(?:!--|(\/?)([a-zA-Z][^\s/>]*))/g;

/**
 * Counts start tags and the deepest nesting of an HTML text, without building anything; stops as soon as a limit is
 * passed. The nesting is that of a browser or deeper (a parser implies more end tags than are followed here).
 */
export function measureHtml(html: string): MarkupSize {
  const open: string[] = [];
  let elements = 0;
  let depth = 0;
  const tags = new RegExp(tagPattern);
  for (let match = tags.exec(html); match !== null; match = tags.exec(html)) {
    if (match[2] === undefined) {
      const end = html.indexOf('-->', match.index + 4);
      if (end < 0) break;
      tags.lastIndex = end;
      continue;
    }
    const name = match[2].toLowerCase();
    if (match[1] === '/') {
      close(open, name);
      continue;
    }
    elements += 1;
    if (voidElements.has(name)) continue;
    if (rawTextElements.has(name)) {
      const end = new RegExp(`</${name}`, 'gi');
      end.lastIndex = tags.lastIndex;
      if (!end.test(html)) break;
      tags.lastIndex = end.lastIndex - name.length - 2;
      continue;
    }
    openElement(open, name);
    depth = Math.max(depth, open.length);
    if (elements > markupLimits.elements || depth > markupLimits.depth) break;
  }
  return { elements, depth };
}

function openElement(open: string[], name: string): void {
  const ends = impliedEnds[name];
  if (ends) {
    const index = open.findLastIndex((other) => ends.includes(other));
    if (index >= 0) open.length = index + 1;
  }
  if (!neverNested.has(name)) open.push(name);
}

function close(open: string[], name: string): void {
  for (let index = open.length - 1; index >= 0; index -= 1) {
    if (open[index] === name) {
      open.length = index;
      return;
    }
    if (boundaries.has(open[index] ?? '') && !tableParts.has(name)) return;
    if (open[index] === 'table' && name !== 'table') return;
  }
}

/** The same for well-formed XML: each start tag that does not end itself opens a level. */
export function measureXml(xml: string): MarkupSize {
  const tags = /<(?:!--|!\[CDATA\[|(\/?)[A-Za-z_][^<>]*?(\/?)>)/g;
  let elements = 0;
  let level = 0;
  let depth = 0;
  for (let match = tags.exec(xml); match !== null; match = tags.exec(xml)) {
    const skipped = match[0] === '<!--' ? '-->' : match[0] === '<![CDATA[' ? ']]>' : undefined;
    if (skipped !== undefined) {
      const end = xml.indexOf(skipped, match.index);
      if (end < 0) break;
      tags.lastIndex = end;
    } else if (match[1] === '/') {
      level -= 1;
    } else {
      elements += 1;
      if (match[2] !== '/') level += 1;
      depth = Math.max(depth, level);
      if (elements > xmlElementLimit || depth > markupLimits.depth) break;
    }
  }
  return { elements, depth };
}

/** Word and Excel need many elements for little text: a 100-page report has some 300,000. */
export const xmlElementLimit = 1_500_000;
