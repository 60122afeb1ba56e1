import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import type { Localized } from '../../model/localized.ts';
import type { Denial } from '../http/guard.ts';
import { securityHeaders } from '../http/security-headers.ts';

/** Why a request was not answered, as RFC 9457 writes it; `code` never changes its meaning. */
export const problemSchema = z.object({
  type: z.literal('about:blank'),
  status: z.int(),
  code: z.string(),
  title: z.string(),
  /** Which parameter or field is meant, and why; only of requests that are not understood. */
  errors: z.array(z.object({ at: z.string(), message: z.string() })).optional(),
});

export type ProblemCode = keyof typeof problems;

const problems = {
  'api/host': { status: 421, zh: '主机名不在许可名单内', en: 'the host name is not on the list' },
  'api/unknown': { status: 404, zh: '没有这个地址或这个对象', en: 'there is no such address or object' },
  'api/sign-in': { status: 401, zh: '需要令牌', en: 'a token is needed' },
  'api/role': { status: 403, zh: '权限不足', en: 'the role does not allow it' },
  'api/forged': {
    status: 403,
    zh: '改动请求须带令牌，或来自本站页面',
    en: 'a change needs a token, or has to come from a page of this site',
  },
  'api/too-large': { status: 413, zh: '请求内容过大', en: 'the body is too large' },
  'api/not-understood': { status: 400, zh: '参数有误', en: 'the request is not understood' },
  'api/too-many': { status: 429, zh: '请求过于频繁', en: 'too many requests' },
  'api/export-too-many': {
    status: 422,
    zh: '所选文件超过这种格式的上限，请缩小范围',
    en: 'more documents are selected than this format takes',
  },
  'api/fault': { status: 500, zh: '程序内部错误，已记录', en: 'a fault of the program; it was logged' },
} as const satisfies Record<string, Localized & { readonly status: ContentfulStatusCode }>;

export type Details = {
  readonly errors?: readonly { readonly at: string; readonly message: string }[];
};

/** The answer to a request that is not answered otherwise. */
export function answerProblem(c: Context, code: ProblemCode, details: Details = {}): Response {
  const { status, zh, en } = problems[code];
  const title = c.req.header('accept-language')?.startsWith('en') ? en : `${zh} · ${en}`;
  c.header('Cache-Control', 'no-store');
  if (status === 401) c.header('WWW-Authenticate', 'Bearer realm="fuhe"');
  const body = JSON.stringify({ type: 'about:blank', status, code, title, ...details });
  return c.body(body, status, { 'Content-Type': 'application/problem+json; charset=utf-8' });
}

/** The answer to a request that the guard holds back. */
export function denialProblem(c: Context, denial: Denial): Response {
  return answerProblem(c, `api/${denial}`);
}

/** The answer where the fault is ours: nothing of it is shown. */
export function failureProblem(c: Context): Response {
  for (const [name, value] of Object.entries(securityHeaders)) c.header(name, value);
  return answerProblem(c, 'api/fault');
}

/** Whether a request is for the interface of programs. */
export function isForApi(c: Context): boolean {
  return c.req.path === '/api' || c.req.path.startsWith('/api/');
}
