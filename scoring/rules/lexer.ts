import { phrases } from './phrases.ts';
import type { Token } from './token.ts';

/** Signs with which a scoring phrase can begin; found by trying all phrases' examples would be slower. */
const mayBegin = /[^\d,;。%<>≤≥]/;

/** The scoring phrases of a clean text, in order and without overlap. */
export function readTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const token = mayBegin.test(text[at] ?? '') || /\d/.test(text[at] ?? '') ? tokenAt(text, at) : undefined;
    if (token) tokens.push(token);
    at = token ? token.end : at + 1;
  }
  return tokens;
}

function tokenAt(text: string, at: number): Token | undefined {
  for (const { pattern, read } of phrases) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match || match[0] === '') continue;
    const meaning = read(match.slice(1));
    if (meaning) return { meaning, start: at, end: at + match[0].length };
  }
  return undefined;
}
