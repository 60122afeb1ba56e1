import type { FrontierEntry, LinkKind, SkippedAddress } from '../memory/crawl-memory.ts';
import { type Site, siteHosts } from '../site.ts';
import { addressKey, cleanAddress } from './address-key.ts';
import { fileLabel, linkLook } from './link-looks.ts';
import { isPageTurn } from './next-pages.ts';
import type { PageLink } from './page-link.ts';
import { type WordScore, wordScore } from './score-words.ts';
import type { SkipReason } from './skip-reasons.ts';

/** What a page led to: addresses to visit, and those left out with the reason. */
export type JudgedLinks = {
  readonly found: readonly FrontierEntry[];
  readonly skipped: readonly SkippedAddress[];
};

/** Where links stand. `about` are the title and the column of their page. */
export type LinkSetting = {
  readonly entry: FrontierEntry;
  readonly url: string;
  readonly about: string;
};

/** Decides over links by the site's words, hosts, paths and depth. */
export type LinkJudge = (links: readonly PageLink[], setting: LinkSetting) => JudgedLinks;

/** Titles of articles that say nothing are followed where the page about them says this much. */
const tellingPage = 3;

/** A file is wanted from this score on: one decided word, or weak ones that agree. */
const wantedFile = 3;

/** Menus that are clearly about something else. */
const otherColumn = -3;

/** What is fetched first: files of pages already seen, then lists that name them, then articles, then menus. */
const precedence: Readonly<Record<LinkKind, number>> = {
  start: 1000,
  file: 300,
  data: 200,
  page: 100,
  list: 50,
};

export function linkJudge(site: Site): LinkJudge {
  const score = wordScore(site.words, site.notWords);
  const scope = { site, hosts: new Set(siteHosts(site)), score };
  return (links, setting) => {
    const found = new Map<string, FrontierEntry>();
    const skipped = new Map<string, SkippedAddress>();
    const own = addressKey(setting.url);
    for (const link of links) {
      const key = addressKey(link.url);
      if (key === own) continue;
      const verdict = judge(link, setting, scope);
      if (verdict === undefined) continue;
      if ('reason' in verdict)
        skipped.set(key, { key, url: link.url, label: link.text, reason: verdict.reason });
      else if ((found.get(key)?.score ?? Number.NEGATIVE_INFINITY) < verdict.score)
        found.set(key, entryOf(link, key, { setting, verdict }));
    }
    return {
      found: [...found.values()],
      skipped: [...skipped.values()].filter(({ key }) => !found.has(key)),
    };
  };
}

/** Where a link may lead: checked again at every hop of a redirect. */
export function isOnSite(site: Site, url: URL): boolean {
  return siteHosts(site).includes(url.host);
}

type Scope = { readonly site: Site; readonly hosts: ReadonlySet<string>; readonly score: WordScore };
type Wanted = { readonly kind: LinkKind; readonly score: number; readonly depth: number };
type Verdict = Wanted | { readonly reason: SkipReason } | undefined;

function judge(link: PageLink, setting: LinkSetting, scope: Scope): Verdict {
  const url = new URL(link.url);
  const look = linkLook(link);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  if (look === 'image') return judgeImage(link, setting, scope);
  if (!scope.hosts.has(url.host)) return { reason: 'crawl/off-site' };
  if (scope.site.notPaths.some((path) => url.pathname.startsWith(path))) return { reason: 'crawl/path' };
  if (look === 'other') return { reason: 'crawl/file-type' };
  if (look === 'file') return judgeFile(link, setting, scope);
  if (scope.site.paths.length > 0 && !scope.site.paths.some((path) => url.pathname.startsWith(path)))
    return { reason: 'crawl/path' };
  if (isPageTurn(link, setting.url)) return turn(setting);
  return look === 'article' ? judgeArticle(link, setting, scope) : judgeColumn(link, setting, scope);
}

const turn = ({ entry }: LinkSetting): Wanted => ({
  kind: 'list',
  score: precedence.list + Math.min(40, Math.max(0, entry.score - precedence.list)),
  depth: entry.depth,
});

/** Pictures are wanted only where the article is a self-assessment beyond doubt. */
function judgeImage(
  { how, url }: PageLink,
  { entry, about }: LinkSetting,
  { site, score, hosts }: Scope,
): Verdict {
  const isDecided = score(about) >= 2 * wantedFile;
  if (how !== 'image' || !isDecided || !hosts.has(new URL(url).host)) return undefined;
  if (!site.fileTypes.includes('image')) return { reason: 'crawl/file-type' };
  return { kind: 'file', score: precedence.file, depth: entry.depth };
}

function judgeFile(link: PageLink, { entry, about }: LinkSetting, { site, score }: Scope): Verdict {
  const label = fileLabel(link);
  const ending = /\.([a-z0-9]{1,5})$/i.exec(label)?.[1]?.toLowerCase();
  const known: readonly string[] = site.fileTypes;
  if (ending !== undefined && isTyped(ending) && !known.includes(ending))
    return { reason: 'crawl/file-type' };
  const own = score(label);
  const around = score(about) + score(link.context.replace(link.text, ''));
  const total = own < -3 || own >= wantedFile ? own : own + around;
  if (total < wantedFile) return { reason: 'crawl/not-a-candidate' };
  return { kind: 'file', score: precedence.file + Math.min(90, total), depth: entry.depth };
}

const isTyped = (ending: string): boolean =>
  /^(?:pdf|docx?|wps|xlsx?|et|csv|rtf|ofd|zip|rar|7z)$/.test(ending);

function judgeArticle(link: PageLink, { entry, about }: LinkSetting, { site, score }: Scope): Verdict {
  const own = score(link.text);
  const page = score(about);
  if (own < 1 && (own < 0 || page < tellingPage)) return { reason: 'crawl/title' };
  if (entry.depth + 1 > site.depth) return { reason: 'crawl/depth' };
  const total = own + Math.max(0, page) / 4;
  return { kind: 'page', score: precedence.page + Math.min(90, Math.max(0, total)), depth: entry.depth + 1 };
}

function judgeColumn(link: PageLink, { entry }: LinkSetting, { site, score }: Scope): Verdict {
  const own = score(link.text);
  if (own <= otherColumn) return { reason: 'crawl/title' };
  if (entry.depth + 1 > site.depth) return { reason: 'crawl/depth' };
  return { kind: 'list', score: own > 0 ? precedence.list + Math.min(40, own) : own, depth: entry.depth + 1 };
}

function entryOf(
  link: PageLink,
  key: string,
  { setting, verdict }: { readonly setting: LinkSetting; readonly verdict: Wanted },
): FrontierEntry {
  return {
    key,
    url: cleanAddress(new URL(link.url)),
    kind: verdict.kind,
    depth: verdict.depth,
    score: verdict.score,
    state: 'waiting',
    label: verdict.kind === 'file' ? fileLabel(link) : link.text,
    parent: setting.url,
    context: setting.about.slice(0, 200),
  };
}
