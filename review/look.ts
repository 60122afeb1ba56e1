import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Language } from '../model/localized.ts';

/** How somebody wants to see the pages; kept in cookies, since it says nothing about who they are. */
export type Look = { readonly language: Language; readonly theme: 'auto' | 'light' | 'dark' };

const languageCookie = 'fuhe_language';
const themeCookie = 'fuhe_theme';

/** Seconds: a year. */
const kept = 365 * 24 * 3600;

export function readLook(c: Context): Look {
  const language = getCookie(c, languageCookie);
  const theme = getCookie(c, themeCookie);
  return {
    language: language === 'en' ? 'en' : 'zh',
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
  };
}

/** Remembers the part of a look that was chosen; anything else is left as it was. */
export function rememberLook(c: Context, chosen: Readonly<Record<string, string>>): void {
  const options = { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: kept } as const;
  const { language, theme } = chosen;
  if (language === 'zh' || language === 'en') setCookie(c, languageCookie, language, options);
  if (theme === 'auto' || theme === 'light' || theme === 'dark') setCookie(c, themeCookie, theme, options);
}
