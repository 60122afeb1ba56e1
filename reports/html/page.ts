import type { Words } from '../words/words.ts';
import { html, type Markup } from './markup.ts';
import { styleSheet } from './style.ts';

/** A page needs nothing from outside, and runs nothing: the policy says so to the browser. */
const policy =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** Everything before a page's own content. */
export function pageHead(title: string, words: Words): Markup {
  return html`<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title}</title>
<style>${{ kind: 'markup', source: styleSheet }}</style>
</head>
<body>
`;
}

/** Everything after it. */
export function pageFoot(engine: string, words: Words): Markup {
  return html`<footer><p>${words.caution}</p><p>${words.tool} · fuhe ${engine}</p></footer>
</body>
</html>
`;
}
