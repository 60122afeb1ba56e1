import type { Attachment } from '../../model/extraction.ts';
import { attribute, descendants, type MarkupNode } from '../markup.ts';

const documentEnding = /\.(?:pdf|docx?|wps|xlsx?|et|ofd|rtf|zip|rar|7z|pptx?|csv)(?![\w.])/i;

/** Download addresses whose file name stands only in the link's text or a parameter. */
const downloadAddress =
  /(?:down(?:load|file)|attach|accessory|filename=|fileid=|getfile|\/group\d+\/M\d\d\/)/i;

/**
 * The files that a page links or shows in a frame: `href` resolved against the page's `<base>` where it has one, the label
 * from the link's text, its title or the address.
 */
export function findAttachments(root: MarkupNode): readonly Attachment[] {
  const base = firstBase(root);
  const found = new Map<string, Attachment>();
  for (const element of descendants(root)) {
    const href = addressOf(element);
    if (href === undefined) continue;
    const label = labelOf(element, href);
    if (!isDocument(href, label)) continue;
    const resolved = resolveAgainst(href, base);
    if (resolved !== undefined && !found.has(resolved)) found.set(resolved, { href: resolved, label });
  }
  return [...found.values()];
}

function firstBase(root: MarkupNode): string | undefined {
  for (const element of descendants(root)) {
    if (element.name === 'base') return attribute(element, 'href');
  }
  return undefined;
}

function addressOf(element: MarkupNode): string | undefined {
  if (element.name === 'a') return attribute(element, 'href')?.trim();
  if (element.name === 'iframe' || element.name === 'embed') return attribute(element, 'src')?.trim();
  return element.name === 'object' ? attribute(element, 'data')?.trim() : undefined;
}

function labelOf(element: MarkupNode, href: string): string {
  const text = allText(element).replace(/\s+/g, ' ').trim();
  const last =
    href
      .replace(/[?#].*$/s, '')
      .split('/')
      .at(-1) ?? '';
  return text || (attribute(element, 'title') ?? '').trim() || safeDecode(last);
}

function allText(node: MarkupNode): string {
  const parts: string[] = [];
  const waiting: MarkupNode[] = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.type === 'text') parts.push(next.data ?? '');
    waiting.push(...[...(next.children ?? [])].reverse());
  }
  return parts.join('');
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function isDocument(href: string, label: string): boolean {
  if (/^(?:javascript|mailto|tel|data):/i.test(href) || href.startsWith('#') || href === '') return false;
  return documentEnding.test(safeDecode(href)) || documentEnding.test(label) || downloadAddress.test(href);
}

function resolveAgainst(href: string, base: string | undefined): string | undefined {
  if (base === undefined) return href;
  return URL.canParse(href, base) ? new URL(href, base).href : href;
}
