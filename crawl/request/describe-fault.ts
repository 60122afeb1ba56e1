import type { Refusal } from '../../model/outcome-channels.ts';
import { ForbiddenAddress } from './guarded-connector.ts';
import { type RequestRefusalCode, requestRefusal } from './request-refusals.ts';

const known: Readonly<Record<string, RequestRefusalCode>> = {
  ENOTFOUND: 'request/no-host',
  EAI_AGAIN: 'request/no-host',
  EAI_NODATA: 'request/no-host',
  UND_ERR_CONNECT_TIMEOUT: 'request/connect-timeout',
  ETIMEDOUT: 'request/connect-timeout',
  UND_ERR_HEADERS_TIMEOUT: 'request/headers-timeout',
  UND_ERR_BODY_TIMEOUT: 'request/idle-timeout',
  UND_ERR_HEADERS_OVERFLOW: 'request/headers',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'request/truncated',
};

/** The refusal behind a request that failed on its way. */
export function describeFault(problem: unknown, url: URL): Refusal {
  const forbidden = causes(problem).find((cause) => cause instanceof ForbiddenAddress);
  if (forbidden instanceof ForbiddenAddress)
    return requestRefusal('request/special-address', forbidden.detail);
  const code = codeOf(problem);
  const certificate = /^(?:CERT_|ERR_TLS_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_SSL)/.test(code);
  if (certificate) return requestRefusal('request/certificate', `${url.host} ${code}`);
  if (code.startsWith('HPE_')) return requestRefusal('request/headers', code);
  return requestRefusal(known[code] ?? 'request/connection', `${url.host} ${code}`);
}

/** A failure with those that led to it; trying several addresses gives several. */
function causes(problem: unknown): readonly unknown[] {
  if (!(problem instanceof Error)) return [problem];
  const several = problem instanceof AggregateError ? problem.errors : [];
  return [problem, ...several, ...(problem.cause === undefined ? [] : causes(problem.cause))];
}

function codeOf(problem: unknown): string {
  for (const cause of causes(problem))
    if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return problem instanceof Error ? problem.name : 'unknown';
}
