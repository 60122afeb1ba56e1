import { type Agent, type Dispatcher, request } from 'undici';
import { accept, type Refusal, type Result } from '../../model/outcome-channels.ts';
import { type AddressPolicy, checkAddress } from './check-address.ts';
import { contentKind } from './content-kind.ts';
import { describeFault } from './describe-fault.ts';
import type { Fetched, Hop } from './fetched.ts';
import { guardedAgent } from './guarded-agent.ts';
import type { Resolve } from './guarded-connector.ts';
import { type RequestLimits, usualLimits } from './limits.ts';
import { allowPrivate } from './private-allowance.ts';
import { readBody } from './read-body.ts';
import { requestRefusal } from './request-refusals.ts';

/** What all requests of a process have in common. */
export type ClientSettings = {
  /** Says who asks and how to reach them. */
  readonly userAgent: string;
  /** Host names, addresses and ranges of an intranet that may be connected to; usually none. */
  readonly allowPrivate: readonly string[];
  readonly limits?: Partial<RequestLimits>;
  /** The system's resolver unless given. */
  readonly resolve?: Resolve;
};

/** From an earlier answer, so that an unchanged file costs no body. */
export type Validators = {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  /** The address that gave the answer, where redirects led to it; the one that is asked for unless given. */
  readonly of?: string | undefined;
};

/** Asked before every hop; the request goes out once it accepts, and the function it gives is called when the answer is in. */
export type Gate = (url: URL) => Promise<Result<() => void>>;

export type GetOptions = {
  readonly gate?: Gate;
  readonly validators?: Validators;
  /** `host:port` pairs beyond ports 80 and 443. */
  readonly ports?: readonly string[];
  readonly overflow?: 'refuse' | 'truncate';
  readonly limits?: Partial<RequestLimits>;
  readonly signal?: AbortSignal;
};

/** Safe requests: see `checkAddress` and `guardedConnector` for what is refused, `RequestLimits` for what is cut off. */
export type Client = {
  readonly get: (address: string, options?: GetOptions) => Promise<Result<Fetched>>;
  readonly close: () => Promise<void>;
};

/** RFC 9110 leaves the number open; RFC 9309 asks crawlers for at least five. */
const mostRedirects = 5;

export function createClient(settings: ClientSettings): Client {
  const limits = { ...usualLimits, ...settings.limits };
  const allowance = allowPrivate(settings.allowPrivate);
  const { connectMilliseconds } = limits;
  const agent = guardedAgent(
    { allowance, resolve: settings.resolve, connectMilliseconds },
    { keepAliveTimeout: 10_000 },
  );
  return {
    get: (address, options = {}) =>
      follow(address, {
        agent,
        options,
        userAgent: settings.userAgent,
        limits: { ...limits, ...options.limits },
        policy: { allowance, ports: options.ports ?? [] },
      }),
    close: () => agent.destroy(),
  };
}

type Errand = {
  readonly agent: Agent;
  readonly options: GetOptions;
  readonly userAgent: string;
  readonly limits: RequestLimits;
  readonly policy: AddressPolicy;
};

async function follow(requested: string, errand: Errand): Promise<Result<Fetched>> {
  const hops: Hop[] = [];
  let left = errand.limits.totalMilliseconds;
  let address = requested;
  while (hops.length <= mostRedirects) {
    const url = checkAddress(address, errand.policy);
    if (!url.ok) return url;
    const turn = await passGate(url.value, errand.options.gate);
    if (!turn.ok) return turn;
    const started = performance.now();
    const answer = await ask(url.value, { ...errand, hops, requested, left }).finally(turn.value);
    left -= performance.now() - started;
    if (!answer.ok) return answer;
    if ('fetched' in answer.value) return accept(answer.value.fetched);
    hops.push({ url: url.value.href, status: answer.value.status });
    address = answer.value.target;
  }
  return refused(requestRefusal('request/redirects', requested));
}

async function passGate(url: URL, gate: Gate | undefined): Promise<Result<() => void>> {
  return gate === undefined ? accept(() => {}) : gate(url);
}

type Step = Errand & { readonly hops: readonly Hop[]; readonly requested: string; readonly left: number };
type Answer = { readonly fetched: Fetched } | { readonly status: number; readonly target: string };

async function ask(url: URL, step: Step): Promise<Result<Answer>> {
  const { agent, options, limits } = step;
  const deadline = AbortSignal.timeout(Math.max(1, Math.floor(step.left)));
  const signal = options.signal === undefined ? deadline : AbortSignal.any([deadline, options.signal]);
  try {
    const response = await request(url, {
      dispatcher: agent,
      headers: headersOf(url, step),
      headersTimeout: limits.headersMilliseconds,
      bodyTimeout: limits.idleMilliseconds,
      signal,
    });
    return await readAnswer(url, response, step);
  } catch (problem) {
    if (options.signal?.aborted) return refused(requestRefusal('request/stopped'));
    return refused(
      deadline.aborted ? requestRefusal('request/deadline', url.host) : describeFault(problem, url),
    );
  }
}

function headersOf(url: URL, { userAgent, options, requested }: Step): Record<string, string> {
  const { etag, lastModified, of = requested } = options.validators ?? {};
  // A validator belongs to one address, and means nothing or something else on the way there.
  const isOwn = url.href === new URL(of).href;
  return {
    'user-agent': userAgent,
    accept: '*/*',
    'accept-language': 'zh-CN,zh;q=0.9,en;q=0.5',
    'accept-encoding': 'gzip, deflate, br',
    ...(etag === undefined || !isOwn ? {} : { 'if-none-match': etag }),
    ...(lastModified === undefined || !isOwn ? {} : { 'if-modified-since': lastModified }),
  };
}

async function readAnswer(
  url: URL,
  { statusCode, headers, body }: Dispatcher.ResponseData,
  { hops, requested, limits, options }: Step,
): Promise<Result<Answer>> {
  const flat = flatHeaders(headers);
  if (isRedirect(statusCode)) {
    discard(body);
    const target = targetOf(flat.location, url);
    if (target === undefined) return refused(requestRefusal('request/redirect-target', flat.location));
    return accept({ status: statusCode, target });
  }
  const bytes =
    statusCode === 200
      ? await readBody(
          { stream: body, encoding: flat['content-encoding'], declaredLength: flat['content-length'] },
          { limits, overflow: options.overflow ?? 'refuse' },
        )
      : accept(discard(body));
  if (!bytes.ok) return bytes;
  const evidence = {
    requested,
    hops: [...hops, { url: url.href, status: statusCode }],
    headers: flat,
    fetchedAt: new Date().toISOString(),
  };
  const kind = contentKind(bytes.value);
  return accept({ fetched: { url: url.href, status: statusCode, bytes: bytes.value, kind, evidence } });
}

const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

/** Old servers send the raw bytes of a Chinese path in `Location`; read as UTF-8 where they are that. */
function targetOf(location: string | undefined, base: URL): string | undefined {
  if (location === undefined || location === '') return undefined;
  if (location.includes('\\')) return location;
  const raw = Buffer.from(location, 'latin1').toString('utf8');
  const text = raw.includes('\ufffd') ? location : raw;
  return URL.canParse(text, base.href) ? new URL(text, base.href).href : undefined;
}

/** The body of an answer that nobody reads; small ones keep the connection open for the next request. */
function discard(body: Dispatcher.ResponseData['body']): Buffer {
  body.dump({ limit: 64 * 1024 }).catch(() => {});
  return Buffer.alloc(0);
}

function flatHeaders(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

function refused<T>(refusal: Refusal): Result<T> {
  return { ok: false, refusal };
}
