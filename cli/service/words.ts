import type { Localized } from '../../model/localized.ts';
import type { StageState } from '../../store/ledger/ledger.ts';
import type { Stage } from '../../store/ledger/stages.ts';

/** What the commands on the record say in their help. */
export const serviceHelp = {
  serve: {
    zh: '常驻服务：收件、复核、定时任务、网页',
    en: 'run the service: intake, checks, schedules, pages',
  },
  worker: {
    zh: '在 Redis 队列上处理文件（可在任意多台机器上运行）',
    en: 'work on the queues in Redis, on any machine',
  },
  add: { zh: '把文件收进记录，等候复核', en: 'put files into the record, to be checked' },
  status: {
    zh: '现在如何；给出文件名或哈希则说明它在哪里、为什么',
    en: 'how things stand; with a name or hash: where it is and why',
  },
  dead: { zh: '被放弃的文件：列出、重试、不再处理', en: 'documents that were given up: list, retry, drop' },
  requeue: { zh: '用现在的版本重新复核（默认全部）', en: 'check again with this version (all unless named)' },
  export: { zh: '导出记录中的现行结果', en: 'write the current results of the record' },
  pause: { zh: '让一个队列停下（重启后仍停）', en: 'let a queue stand still, also after a restart' },
  resume: { zh: '让停下的队列继续', en: 'let a paused queue go on' },
  queue: { zh: '队列', en: 'the queue' },
  bench: { zh: '测量排队的开销和工作进程的效率', en: 'measure what queueing costs and what workers gain' },
  benchWhat: {
    zh: 'queue：排队本身的开销；workers：两个工作进程比一个快多少',
    en: 'queue: what queueing itself costs; workers: how much faster two are than one',
  },
  config: { zh: '配置文件', en: 'configuration file' },
  lang: { zh: '语言（默认按配置）', en: 'language (as configured unless given)' },
  queues: {
    zh: '处理哪些队列，逗号分隔；none 为只收件不处理',
    en: 'queues to work on, with commas; none: only take in',
  },
  host: { zh: '监听地址', en: 'address to listen on' },
  port: { zh: '监听端口', en: 'port to listen on' },
  tag: { zh: '标签，可多次给出', en: 'a tag; may be given several times' },
  names: { zh: '文件名、地址或哈希的一部分', en: 'part of a name, address or hash' },
  deadAction: { zh: 'list 列出、retry 重试、drop 不再处理', en: 'list, retry or drop' },
  deadIds: { zh: '编号（见 list），或 all', en: 'numbers as listed, or all' },
  reason: { zh: '不再处理的原因', en: 'why they are dropped' },
  account: {
    zh: '网页账户：添加、列出、重设密码、停用、启用、更改角色',
    en: 'accounts of the pages: add, list, reset, disable, enable, role',
  },
  accountAction: {
    zh: 'add 添加、list 列出、reset 重设密码、disable 停用、enable 启用、role 更改角色',
    en: 'add, list, reset, disable, enable or role',
  },
  accountName: { zh: '用户名', en: 'name' },
  accountRole: { zh: '角色：viewer 查看、auditor 复核、admin 管理', en: 'viewer, auditor or admin' },
  passwordStdin: {
    zh: '从标准输入读取密码（否则生成一个并显示）',
    en: 'read the password from stdin (otherwise one is made and printed)',
  },
  documents: {
    zh: '测量用的份数（queue 默认 2000，workers 默认 60）',
    en: 'documents to measure with (2000 for queue, 60 for workers unless given)',
  },
} as const satisfies Record<string, Localized>;

const states: Readonly<Record<StageState, Localized>> = {
  waiting: { zh: '等候', en: 'waiting' },
  running: { zh: '处理中', en: 'running' },
  done: { zh: '完成', en: 'done' },
  dead: { zh: '已放弃', en: 'given up' },
  dropped: { zh: '不再处理', en: 'dropped' },
};

const stages: Readonly<Record<Stage, Localized>> = {
  check: { zh: '复核', en: 'check' },
  ocr: { zh: '文字识别', en: 'recognition' },
};

/** What the commands on the record say in their output. */
export const serviceWords = {
  accountName: {
    zh: '请给出用户名：1–60 个字母、数字、汉字、点或横线',
    en: 'give a name: 1 to 60 letters, digits, dots and dashes',
  },
  accountTaken: { zh: '用户名已存在', en: 'this name is taken' },
  accountUnknown: { zh: '没有这个账户', en: 'there is no such account' },
  accountLastAdmin: { zh: '至少要保留一名有效的管理员', en: 'at least one active admin has to stay' },
  accountPassword: { zh: '密码至少 12 个字符', en: 'a password has at least 12 characters' },
  accountDone: { zh: '已保存', en: 'saved' },
  states,
  stages,
  new: { zh: '新收', en: 'new    ' },
  known: { zh: '已有', en: 'known  ' },
  refused: { zh: '拒收', en: 'refused' },
  added: (tally: { readonly new: number; readonly known: number; readonly refused: number }): Localized => ({
    zh: `新收 ${tally.new} 份，已有 ${tally.known} 份，拒收 ${tally.refused} 份`,
    en: `${tally.new} new, ${tally.known} known, ${tally.refused} refused`,
  }),
  oldest: { zh: '最早的已等', en: 'oldest waits' },
  queueNames: {
    fetch: { zh: '下载', en: 'fetch' },
    check: { zh: '复核', en: 'check' },
    ocr: { zh: '文字识别', en: 'recognition' },
    crawl: { zh: '巡查', en: 'crawl' },
  },
  paused: { zh: '已暂停', en: 'paused' },
  resumed: { zh: '继续', en: 'going on' },
  entrance: {
    open: { zh: '在本机浏览器打开（一次有效）', en: 'open in a browser on this machine (works once)' },
    'set-up': {
      zh: '还没有账户；打开此地址建立第一个管理员账户（建成即失效）',
      en: 'no account yet; open this to make the first one (good until there is one)',
    },
  },
  workerLine: (queues: readonly string[], doing: number, since: Localized): Localized => ({
    zh: `处理 ${queues.join('、') || '（只收件）'}，手中 ${doing} 份，已运行 ${since.zh}`,
    en: `works on ${queues.join(', ') || '(only takes in)'}, ${doing} in hand, up ${since.en}`,
  }),
  workers: { zh: '进程', en: 'processes' },
  inProcess: { zh: '队列：在 serve 进程内', en: 'queue: inside the serve process' },
  redisAway: {
    zh: '队列：Redis 连不上；文件仍在记录中，恢复后继续',
    en: 'queue: Redis cannot be reached; the record keeps everything until it is back',
  },
  queueLine: ({
    waiting,
    active,
    workers,
  }: {
    readonly waiting: number;
    readonly active: number;
    readonly workers: number;
  }): Localized => ({
    zh: `排队 ${waiting}，进行 ${active}，处理进程 ${workers}`,
    en: `${waiting} queued, ${active} active, ${workers} workers`,
  }),
  rate: (minute: number, hour: number): Localized => ({
    zh: `最近一分钟完成 ${minute}，最近一小时 ${hour}`,
    en: `${minute} done in the last minute, ${hour} in the last hour`,
  }),
  failures: { zh: '失败原因', en: 'failures by reason' },
  nothingRecorded: { zh: '记录是空的', en: 'the record is empty' },
  noDead: { zh: '没有被放弃的文件', en: 'nothing was given up' },
  notFound: (name: string): Localized => ({
    zh: `记录和收件文件夹里都没有 ${name}`,
    en: `neither the record nor the drop folder has ${name}`,
  }),
  requeued: (count: number): Localized => ({ zh: `重新排队 ${count} 份`, en: `${count} queued again` }),
  retried: (count: number): Localized => ({ zh: `重试 ${count} 份`, en: `${count} put back` }),
  dropped: (count: number): Localized => ({ zh: `不再处理 ${count} 份`, en: `${count} dropped` }),
  cameFrom: { zh: '来自', en: 'from' },
  tags: { zh: '标签', en: 'tags' },
} as const;
