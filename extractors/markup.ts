/**
 * A node of a parsed HTML or XML document, as far as the readers look at it. The parsers' own nodes have this shape, so that
 * the readers do not depend on the parser.
 */
export type MarkupNode = {
  /** `text`, or `tag`, `script`, `style` for elements; anything else is passed over. */
  readonly type: string;
  readonly name?: string;
  readonly data?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly MarkupNode[];
};

export function isElement(node: MarkupNode): boolean {
  return node.type === 'tag' || node.type === 'script' || node.type === 'style';
}

/** The child elements of a node, in order. */
export function childElements(node: MarkupNode): readonly MarkupNode[] {
  return (node.children ?? []).filter(isElement);
}

/** The first element of that name below a node, in document order. */
export function descendantNamed(node: MarkupNode, name: string): MarkupNode | undefined {
  return descendants(node).find((child) => child.name === name);
}

/** All elements below a node in document order; walks without recursion. */
export function* descendants(node: MarkupNode): Generator<MarkupNode, undefined, undefined> {
  const waiting = [...childElements(node)].reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    for (const child of [...childElements(next)].reverse()) waiting.push(child);
  }
}

export function attribute(node: MarkupNode | undefined, name: string): string | undefined {
  return node?.attribs?.[name];
}
