import { Cron } from 'croner';
import { z } from 'zod';

/** A host as it stands in an address: `www.example.gov.cn`, with a port only where it is none of the usual ones. */
const hostSchema = z
  .string()
  .min(1)
  .refine(
    (host) => URL.canParse(`http://${host}/`) && new URL(`http://${host}/`).host === host.toLowerCase(),
    {
      error:
        '应为主机名，如 www.example.gov.cn，端口不是 80、443 时写上端口 · a host name, with its port where that is neither 80 nor 443',
    },
  );

const startSchema = z.url({ protocol: /^https?$/ });
const clockSchema = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: '应为时刻，如 08:30 · a time such as 08:30' });
const pathSchema = z.string().startsWith('/');
const wordsSchema = z.array(z.string().min(1)).readonly();

/** Kinds of files by their endings; `image` stands for all pictures, `html` for pages that hold a table themselves. */
const fileTypes = [
  'pdf',
  'doc',
  'docx',
  'wps',
  'xls',
  'xlsx',
  'et',
  'csv',
  'rtf',
  'ofd',
  'zip',
  'rar',
  '7z',
  'image',
  'html',
] as const;

const scheduleSchema = z.strictObject({
  cron: z
    .string()
    .refine(isCron, { error: '应为 cron 表达式，如 0 3 * * 1 · a cron expression such as 0 3 * * 1' }),
  timeZone: z
    .string()
    .refine(isTimeZone, { error: '应为时区，如 Asia/Shanghai · a time zone such as Asia/Shanghai' })
    .default('Asia/Shanghai'),
  /** The start is put off by up to this much, always the same for a site. */
  jitterMinutes: z.number().min(0).max(1440).default(30),
  /** Nothing is fetched in this part of the day, which may go over midnight. */
  quietHours: z.strictObject({ from: clockSchema, to: clockSchema }).optional(),
});

/** One site as an operator describes it. Only `name` and `start` must be given. */
export const siteSchema = z.strictObject({
  /** Names the site in commands and in the record; it must stay the same. */
  name: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u, {
    error:
      '只用文字、数字、点、连字符和下划线，至多 64 个 · letters, digits, dots, hyphens and underscores, at most 64',
  }),
  title: z.string().optional(),
  start: z.array(startSchema).min(1).readonly(),
  /** Hosts to which links are followed; those of the start pages unless given. */
  hosts: z.array(hostSchema).readonly().default([]),
  /** Beginnings of the paths that pages may have; all unless given. Attachments may lie anywhere on the hosts. */
  paths: z.array(pathSchema).readonly().default([]),
  /** Beginnings of the paths that are never fetched. */
  notPaths: z.array(pathSchema).readonly().default([]),
  schedule: scheduleSchema.optional(),
  /** Links away from a start page; turning the pages of a list does not count. */
  depth: z.int().min(0).max(20).default(5),
  pages: z.int().min(1).max(100_000).default(1000),
  files: z.int().min(1).max(100_000).default(2000),
  megabytes: z.number().positive().max(1_000_000).default(2000),
  /** Pause between two requests to one host. */
  intervalSeconds: z.number().min(0).max(600).default(2),
  fileTypes: z
    .array(z.enum(fileTypes))
    .readonly()
    .default([...fileTypes]),
  /** Added to the words that make a title a candidate. */
  words: wordsSchema.default([]),
  /** Added to the words that speak against one. */
  notWords: wordsSchema.default([]),
  /** Days without a new document after which the site raises an alert. */
  quietDays: z.int().min(1).max(3650).default(400),
  /** Runs that must fail one after another before the site counts as dead. */
  deadAfter: z.int().min(1).max(100).default(3),
});

export type Site = z.infer<typeof siteSchema>;
export type SiteSchedule = z.infer<typeof scheduleSchema>;

/** Hosts of a site as `URL.host` gives them: those listed, else those of its start pages. */
export function siteHosts(site: Site): readonly string[] {
  const named = site.hosts.length > 0 ? site.hosts : site.start.map((start) => new URL(start).host);
  return [...new Set(named.map((host) => host.toLowerCase()))];
}

function isCron(pattern: string): boolean {
  try {
    return new Cron(pattern, { paused: true }).nextRun() !== null;
  } catch {
    return false;
  }
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
