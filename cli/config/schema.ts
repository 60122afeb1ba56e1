import { z } from 'zod';
import { siteSchema } from '../../crawl/site.ts';

/** What is said about a key, and the environment variable that wins over it. */
export type KeyNote = {
  readonly zh: string;
  readonly en: string;
  readonly environment?: string;
};

/** The notes of all keys; `docs/configuration.md` is written from them. */
export const keyNotes = z.registry<KeyNote>();

function key<T extends z.ZodType>(schema: T, zh: string, en: string, environment?: string): T {
  keyNotes.add(schema, { zh, en, ...(environment === undefined ? {} : { environment }) });
  return schema;
}

const atOnce = z.int().min(1).max(256);
const seconds = z.number().positive().max(86_400);

const inboxSchema = z.strictObject({
  folder: key(
    z.string().min(1).optional(),
    '收件文件夹；默认为数据文件夹下的 inbox',
    'folder whose files are taken in; `inbox` in the data folder unless given',
    'FUHE_INBOX',
  ),
  done: key(
    z.string().min(1).optional(),
    '收取后移到此处；默认为收件文件夹旁的 done',
    'where files go once they are taken in; `done` beside the inbox unless given',
  ),
  failed: key(
    z.string().min(1).optional(),
    '不能收取的移到此处，旁附原因；默认为收件文件夹旁的 failed',
    'where files go that cannot be taken in, with the reason beside them; `failed` beside the inbox unless given',
  ),
  watch: key(
    z.enum(['events', 'polling', 'off']).default('events'),
    '如何得知新文件：系统通知、轮询（网络共享用）、不监看',
    'how new files are noticed: by the system, by polling (network shares), not at all',
    'FUHE_INBOX_WATCH',
  ),
  settleSeconds: key(
    seconds.default(2),
    '大小与修改时间这么久不变才收取',
    'a file is taken once its size and time stay the same for this long',
    'FUHE_INBOX_SETTLE_SECONDS',
  ),
  pollSeconds: key(seconds.default(5), '轮询间隔（秒）', 'time between two polls'),
  rescanMinutes: key(
    z.number().positive().max(1440).default(5),
    '全部重新清点的间隔（分钟）：通知丢失也不漏收',
    'time between two full rescans, for events that were lost',
  ),
});

const workersSchema = z.strictObject({
  check: key(
    atOnce.optional(),
    '同时复核的份数；默认为处理器核数',
    'documents checked at once; as many as there are cores unless given',
    'FUHE_CHECK_WORKERS',
  ),
  ocr: key(
    atOnce.default(1),
    '同时识别文字的份数',
    'documents whose pages are recognised at once',
    'FUHE_OCR_WORKERS',
  ),
  fetch: key(atOnce.default(4), '同时下载的份数', 'documents fetched at once'),
  crawl: key(atOnce.default(8), '同时巡查的网站数', 'sites crawled at once'),
});

const listenSchema = z.strictObject({
  host: key(
    z.string().min(1).default('127.0.0.1'),
    '监听地址；不是本机地址时必须先建账户',
    'address to listen on; accounts are required on any but the own machine',
    'FUHE_HOST',
  ),
  port: key(z.int().min(0).max(65_535).default(8470), '监听端口', 'port to listen on', 'FUHE_PORT'),
  names: key(
    z.array(z.string().min(1)).readonly().default([]),
    '浏览器可用来访问的主机名（防 DNS 重绑定）',
    'host names under which browsers may reach it (against DNS rebinding)',
    'FUHE_HOST_NAMES',
  ),
  publicUrl: key(
    z.url({ protocol: /^https?$/ }).optional(),
    '浏览器访问用的地址，前面有反向代理时填写（如 https://fuhe.example.cn）；为 https 时 Cookie 只经加密连接发送',
    'the address that browsers use where a proxy stands in front (https://fuhe.example.cn); with https cookies travel encrypted only',
    'FUHE_PUBLIC_URL',
  ),
});

const crawlSchema = z.strictObject({
  contact: key(
    z.string().min(3).optional(),
    '巡查时在 User-Agent 里写明的联系方式（网址或 mailto:）；不写不能巡查',
    'how to reach you, in the User-Agent (an address or mailto:); nothing is crawled without it',
    'FUHE_CRAWL_CONTACT',
  ),
  allowPrivate: key(
    z.array(z.string().min(1)).readonly().default([]),
    '允许连接的内网主机、地址或网段；平时为空',
    'private hosts, addresses and ranges that may be connected to; usually none',
  ),
  sitesFolder: key(
    z.string().min(1).default('sites'),
    '站点文件（*.json，一站一份）所在文件夹；可以没有',
    'folder of site files (*.json, one a site); it need not exist',
    'FUHE_SITES',
  ),
});

const webhookSchema = z.strictObject({
  name: z.string().min(1).max(80),
  url: z.url({ protocol: /^https?$/ }),
  /** Known to the receiver as well: deliveries are signed with it. */
  secret: z.string().min(16),
  /** Host names, addresses and ranges of an intranet that this address may lead to. */
  allowPrivate: z.array(z.string().min(1)).readonly().default([]),
});

/** `fuhe.config.json`. Every key has a default or may be absent, so the empty file is a valid one. */
export const configSchema = z.strictObject({
  $schema: key(z.string().optional(), '供编辑器使用，不作他用', 'for editors; not used'),
  dataFolder: key(
    z.string().min(1).default('./fuhe-data'),
    '数据文件夹：原件、记录、收件',
    'data folder: documents, record, inbox',
    'FUHE_DATA',
  ),
  databaseUrl: key(
    z.url({ protocol: /^postgres(?:ql)?$/ }).optional(),
    'PostgreSQL 地址；不写则用数据文件夹里的 SQLite',
    'address of PostgreSQL; SQLite in the data folder unless given',
    'DATABASE_URL',
  ),
  redisUrl: key(
    z.url({ protocol: /^rediss?$/ }).optional(),
    'Redis 地址；不写则在本进程内排队',
    'address of Redis; the queue is kept in the process unless given',
    'REDIS_URL',
  ),
  language: key(
    z.enum(['zh', 'en']).default('zh'),
    '结果与日志以外文字的语言',
    'language of results and messages',
    'FUHE_LANG',
  ),
  ocr: key(
    z.enum(['auto', 'always', 'never']).default('auto'),
    '文字识别：按需、总是、从不',
    'text recognition of page images: where needed, always, never',
    'FUHE_OCR',
  ),
  inbox: key(inboxSchema.prefault({}), '收件', 'the drop folder'),
  workers: key(workersSchema.prefault({}), '并行度', 'how much is done at once'),
  crawl: key(crawlSchema.prefault({}), '巡查', 'crawling'),
  sites: key(
    z.array(siteSchema).readonly().default([]),
    '要巡查的站点，写法见 docs/crawling.md',
    'the sites to crawl; docs/crawling.md says how to describe one',
  ),
  listen: key(listenSchema.prefault({}), '网页与监测接口', 'pages and metrics'),
  signOff: key(
    z.enum(['one', 'two']).default('one'),
    '属实、不成立的判定由几人作出：one 一人即可，two 须另一人会签后生效',
    'how many people confirm or dismiss: one, or two, the second of whom signs before it holds',
    'FUHE_SIGN_OFF',
  ),
  leaseSeconds: key(
    z.number().min(1).max(3600).default(60),
    '处理进程失去联系这么久，其手中的文件交给别人',
    'a worker that fell silent for this long loses its documents to others',
    'FUHE_LEASE_SECONDS',
  ),
  webhooks: key(
    z
      .array(webhookSchema)
      .refine((hooks) => new Set(hooks.map(({ name }) => name)).size === hooks.length, {
        message: 'two webhooks have the same name',
      })
      .readonly()
      .default([]),
    '有新的不符时通知的程序：每项为 { name, url, secret（至少 16 个字符，用于签名）, allowPrivate（允许的内网地址，默认没有） }',
    'programs that are told of new disagreements, each `{ name, url, secret, allowPrivate }`: the secret (at least 16 characters) signs what is sent, `allowPrivate` lists intranet addresses that the url may lead to (none unless given)',
  ),
  reconcileSeconds: key(
    seconds.default(60),
    '以记录为准核对队列的间隔（秒）',
    'time between two comparisons of the queue with the record',
    'FUHE_RECONCILE_SECONDS',
  ),
  shutdownSeconds: key(
    seconds.default(25),
    '收到停止信号后最多再等多久（秒）',
    'longest time to finish work after a signal to stop',
    'FUHE_SHUTDOWN_SECONDS',
  ),
  logLevel: key(
    z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    '日志级别',
    'least level that is logged',
    'FUHE_LOG',
  ),
});

export type Config = z.infer<typeof configSchema>;
