import type { Context } from 'hono';
import { z } from 'zod';
import type { Localized } from '../../model/localized.ts';
import type { Access, Route, Visit } from '../route.ts';
import type { Visitor } from '../visitor.ts';
import { answerProblem } from './problem.ts';
import type { RateLimit } from './rate-limit.ts';

/** What an answer holds: JSON of a schema, or a file. */
export type Answer = {
  readonly description: string;
  readonly schema?: z.ZodType;
  readonly mediaTypes?: readonly string[];
};

/** An operation in words and schemas: all that the OpenAPI document says of it. */
export type Described = {
  readonly id: string;
  readonly method: Route['method'];
  /** As hono writes it, below `/api/v1`. */
  readonly path: string;
  readonly access: Access;
  readonly summary: Localized;
  readonly query?: z.ZodObject;
  /** JSON of a schema, or the bytes of a file. */
  readonly body?: z.ZodType | 'file';
  readonly answers: Readonly<Record<number, Answer>>;
};

/** An operation that can be called: what a program sends is read by the schemas that describe it. */
export type Operation = { readonly described: Described; readonly route: (limit: RateLimit) => Route };

export type Asked<Query, Body> = {
  readonly c: Context;
  /** Never absent: operations for anyone do not look at it. */
  readonly visitor: Visitor;
  readonly query: Query;
  readonly body: Body;
  readonly parameter: (name: string) => string;
};

type Specified<Query extends z.ZodObject, Body extends z.ZodType> = Omit<Described, 'query' | 'body'> & {
  readonly query?: Query;
  readonly body?: Body | 'file';
  readonly answer: (
    asked: Asked<z.infer<Query>, z.infer<Body>>,
  ) => Response | undefined | Promise<Response | undefined>;
};

export const apiRoot = '/api/v1';

const nobody: Visitor = { name: '', role: 'viewer', by: 'local' };
const nothing = z.object({});

/** Makes an operation; one that answers `undefined` has not found what it was asked for. */
export function operation<
  Query extends z.ZodObject = typeof nothing,
  Body extends z.ZodType = z.ZodUndefined,
>(specified: Specified<Query, Body>): Operation {
  const { answer, ...described } = specified;
  const handle = async ({ c, visitor = nobody }: Visit): Promise<Response> => {
    const query = (specified.query ?? nothing).strict().safeParse(queryOf(c, specified.query));
    if (!query.success) return notUnderstood(c, query.error);
    const body = await bodyOf(c, specified.body);
    if (!body.success) return notUnderstood(c, body.error);
    // The schemas are those that the types were taken from; a generic object cannot say so.
    const asked = { query: query.data, body: body.data } as Pick<
      Asked<z.infer<Query>, z.infer<Body>>,
      'query' | 'body'
    >;
    const parameter = (name: string): string => c.req.param(name) ?? '';
    return (await answer({ c, visitor, ...asked, parameter })) ?? answerProblem(c, 'api/unknown');
  };
  return { described, route: (limit) => routeOf(described, limit, handle) };
}

function routeOf(
  { method, path, access, body }: Described,
  limit: RateLimit,
  handle: (visit: Visit) => Promise<Response>,
): Route {
  return {
    method,
    path: `${apiRoot}${path}`,
    access,
    body: body === 'file' ? 'file' : 'form',
    handle: (visit) => {
      const wait = limit(visit.visitor?.name ?? '');
      if (wait === 0) return handle(visit);
      visit.c.header('Retry-After', String(wait));
      return answerProblem(visit.c, 'api/too-many');
    },
  };
}

/** Parameters that the schema has as lists are lists, the others single values; none of the latter comes twice. */
function queryOf(c: Context, schema: z.ZodObject | undefined): Readonly<Record<string, unknown>> {
  const lists = new Set(
    Object.entries(schema?.shape ?? {}).flatMap(([name, field]) => (isList(field) ? [name] : [])),
  );
  return Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [
      name,
      lists.has(name) || values.length > 1 ? values : values[0],
    ]),
  );
}

function isList(field: unknown): boolean {
  return field instanceof z.ZodOptional ? isList(field.unwrap()) : field instanceof z.ZodArray;
}

async function bodyOf(c: Context, schema: z.ZodType | 'file' | undefined) {
  if (schema === undefined || schema === 'file') return { success: true as const, data: undefined };
  const text = await c.req.text();
  return schema.safeParse(jsonOf(text));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function notUnderstood(c: Context, { issues }: z.ZodError): Response {
  const errors = issues.map(({ path, message }) => ({ at: path.join('.'), message }));
  return answerProblem(c, 'api/not-understood', { errors });
}

/** A value as JSON; what may be kept by nobody in between. */
export function answerJson(c: Context, value: unknown, status: 200 | 201 = 200): Response {
  c.header('Cache-Control', 'no-store');
  return c.body(JSON.stringify(value), status, { 'Content-Type': 'application/json; charset=utf-8' });
}
