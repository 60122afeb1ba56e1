import { limits } from './limits.ts';

/** Elements without content, and those that their next sibling closes: they do not add to the depth by themselves. */
const flat =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|tr|td|th|thead|tbody|tfoot|colgroup|option|optgroup)$/i;
const tags = /<(\/?)([a-z][^\s<>/]{0,40})(?:[^<>]*[^<>/])?(\/?)>/gi;

/** The HTML up to where it is nested deeper than the limit: all of it, for any page that a person made. */
export function cutDepth(html: string): string {
  let depth = 0;
  for (const match of html.matchAll(tags)) {
    const [, closing, name = '', empty] = match;
    if (empty === '/' || flat.test(name)) continue;
    depth = closing === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > limits.depth) return html.slice(0, match.index);
  }
  return html;
}
