import type { Context } from 'hono';
import type { Markup } from '../../reports/html/markup.ts';

type Status = 200 | 400 | 401 | 403 | 404 | 409 | 413 | 421 | 429 | 500;

/** A page, or a part of one for a script that asked for it. Nothing of it may be kept by what lies between. */
export function answerPage(c: Context, { source }: Markup, status: Status = 200): Response {
  c.header('Cache-Control', 'no-store');
  return c.html(source, status);
}

/** Whether a script of ours asks for a part of a page instead of a whole one. */
export function wantsPart(c: Context): boolean {
  return c.req.header('x-part') !== undefined;
}

/** A part of a page with a sentence to be read out. */
export function answerPart(c: Context, part: Markup, said: string): Response {
  c.header('x-said', encodeURIComponent(said));
  return answerPage(c, part);
}

/** One sentence on why something was not done: alone for a script, otherwise as it is. */
export function answerProblem(c: Context, sentence: string, status: Status = 400): Response {
  c.header('Cache-Control', 'no-store');
  return c.text(sentence, status);
}

/** Sends a browser on after a form; only to a path of our own. */
export function seeOther(c: Context, path: string): Response {
  return c.redirect(ownPath(path), 303);
}

/** A path that stays here: `//elsewhere` and `/\elsewhere` would not. */
export function ownPath(path: string): string {
  return /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(path) ? path : '/';
}
