import { attribute, descendantNamed, type MarkupNode } from '../markup.ts';

/** Elements whose content is never shown as text. */
const unseen = new Set(
  'script style noscript template head link meta object embed applet svg math audio video canvas iframe datalist button map'.split(
    ' ',
  ),
);

/** `gone`: takes no room at all; `blank`: keeps its room and shows nothing. */
export type Visibility = 'shown' | 'gone' | 'blank';

/** What the element's own attributes say; style sheets are not followed. */
export function visibilityOf(element: MarkupNode): Visibility {
  // what a tracked change deleted is not part of the text any more
  if (element.name === 'del') return 'gone';
  if (attribute(element, 'hidden') !== undefined) return 'gone';
  const style = (attribute(element, 'style') ?? '').replace(/\s+/g, '').toLowerCase();
  if (/(?:^|;)display:none|(?:^|;)mso-hide:all|visibility:collapse/.test(style)) return 'gone';
  return /(?:^|;)visibility:hidden/.test(style) ? 'blank' : 'shown';
}

export function isUnseen(element: MarkupNode): boolean {
  return unseen.has(element.name ?? '');
}

const furnitureElements = new Set(['nav', 'footer', 'aside']);

const furnitureNames =
  /^(?:(?:site|page|main|top|left|right|bottom|sub|side)?[-_]?(?:nav|navbar|menu|sidebar|footer|foot|breadcrumbs?|copyright|friendlink|share)(?:[-_]?(?:bar|box|wrap|list|area|con|container))?)$/i;

/** Is this navigation, a footer or the like, judged by element, class and id? Never when it holds a table. */
export function isFurniture(element: MarkupNode): boolean {
  const names = [attribute(element, 'id') ?? '', ...(attribute(element, 'class') ?? '').split(/\s+/)];
  const named = element.name !== 'body' && names.some((name) => furnitureNames.test(name));
  if (!named && !furnitureElements.has(element.name ?? '')) return false;
  return descendantNamed(element, 'table') === undefined;
}
