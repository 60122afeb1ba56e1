import { visibleText } from '../visible-text.ts';

/** HTML that is safe to put into a page: made by `html` alone. */
export type Markup = { readonly kind: 'markup'; readonly source: string };

/** What may stand in a template: texts are escaped, lists are joined, nothing is nothing. */
export type Insertable = Markup | string | number | null | undefined | readonly Insertable[];

/** A template whose insertions are escaped unless they are markup themselves; attributes must be quoted. */
export function html(pieces: TemplateStringsArray, ...inserted: readonly Insertable[]): Markup {
  const source = pieces.reduce((whole, piece, index) => whole + render(inserted[index - 1]) + piece);
  return { kind: 'markup', source };
}

function render(value: Insertable): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return escapeText(value);
  if (typeof value === 'number') return String(value);
  return 'source' in value ? value.source : value.map(render).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeText(text: string): string {
  return visibleText(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
