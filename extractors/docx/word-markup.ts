import { childElements, type MarkupNode } from '../markup.ts';

/** An element's name without its prefix, in lower case: `w:gridSpan` of Word 2007 and `w:gridspan` are one. */
export function localName(node: MarkupNode): string {
  return (node.name ?? '').replace(/^.*:/, '').toLowerCase();
}

/** The first child of that local name. */
export function childOf(node: MarkupNode | undefined, name: string): MarkupNode | undefined {
  return node?.children?.find((child) => child.name !== undefined && localName(child) === name);
}

/** The attribute of that local name, whatever its prefix. */
export function attributeOf(node: MarkupNode | undefined, name: string): string | undefined {
  const found = Object.entries(node?.attribs ?? {}).find(
    ([key]) => key.replace(/^.*:/, '').toLowerCase() === name,
  );
  return found?.[1];
}

/** A switch such as `<w:vanish/>`: on where it stands, unless it says off. */
export function isOn(node: MarkupNode | undefined): boolean {
  if (node === undefined) return false;
  return !['0', 'false', 'off'].includes(attributeOf(node, 'val') ?? '1');
}

/** A whole number of at least 0 from a `val` attribute. */
export function countOf(node: MarkupNode | undefined, otherwise: number): number {
  const value = Number.parseInt(attributeOf(node, 'val') ?? '', 10);
  return Number.isFinite(value) && value >= 0 ? value : otherwise;
}

/** Wrappers that stand between a body, a table or a row and what it holds. */
const wrappers = new Set(['customxml', 'smarttag', 'ins', 'moveto', 'sect', 'sub-section', 'sdtcontent']);
const removed = new Set(['del', 'movefrom']);

/** The elements directly in a part of the document, those in wrappers (content controls, insertions) among them. */
export function contentOf(node: MarkupNode): readonly MarkupNode[] {
  return childElements(node).flatMap((child) => {
    const name = localName(child);
    if (removed.has(name)) return [];
    if (name === 'sdt') return contentOf(childOf(child, 'sdtcontent') ?? { type: 'tag' });
    return wrappers.has(name) ? contentOf(child) : [child];
  });
}
