import type { Block } from '../../model/extraction.ts';
import { attribute, descendants, type MarkupNode } from '../markup.ts';
import { tidyText } from './inline-text.ts';

/** Names of meta elements that hold a page's own title and date (among them those of GB/T government sites). */
const titleNames = new Set(['articletitle', 'og:title']);
const dateNames = new Set([
  'pubdate',
  'publishdate',
  'publish_time',
  'article:published_time',
  'firstpublishedtime',
]);

/** The page's title and its date of publication, as its head gives them, as prose. */
export function readHeading(root: MarkupNode): readonly Block[] {
  let title: string | undefined;
  let articleTitle: string | undefined;
  let date: string | undefined;
  for (const element of descendants(root)) {
    if (element.name === 'body') break;
    if (element.name === 'title')
      title ??= (element.children ?? []).map((child) => child.data ?? '').join('');
    if (element.name !== 'meta') continue;
    const name = (attribute(element, 'name') ?? attribute(element, 'property') ?? '').toLowerCase();
    const content = attribute(element, 'content')?.trim();
    if (!content) continue;
    if (titleNames.has(name)) articleTitle ??= content;
    if (dateNames.has(name)) date ??= content;
  }
  const heading = tidyText(articleTitle ?? title ?? '');
  return [heading, date ? `发布日期：${tidyText(date)}` : '']
    .filter((text) => text !== '')
    .map((text) => ({ kind: 'prose', text, place: {} }));
}
