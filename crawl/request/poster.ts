import { request } from 'undici';
import { accept, type Result } from '../../model/outcome-channels.ts';
import { checkAddress } from './check-address.ts';
import type { ClientSettings } from './client.ts';
import { describeFault } from './describe-fault.ts';
import { guardedAgent } from './guarded-agent.ts';
import { usualLimits } from './limits.ts';
import { allowPrivate } from './private-allowance.ts';
import { requestRefusal } from './request-refusals.ts';

/** A text to be sent, with headers beside those of every request. */
export type Posting = {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** `host:port` pairs beyond ports 80 and 443. */
  readonly ports?: readonly string[];
  readonly signal?: AbortSignal;
};

/** Sends texts under the same rules as everything is fetched by; of the answer only the status counts. */
export type Poster = {
  /** Redirects are not followed: what was signed for one address is for no other. */
  readonly post: (address: string, posting: Posting) => Promise<Result<{ readonly status: number }>>;
  readonly close: () => Promise<void>;
};

/** A receiver only has to say that it has the text: half a minute is plenty. */
const postMilliseconds = 30_000;

export function createPoster(settings: ClientSettings): Poster {
  const limits = { ...usualLimits, totalMilliseconds: postMilliseconds, ...settings.limits };
  const allowance = allowPrivate(settings.allowPrivate);
  const { connectMilliseconds } = limits;
  const agent = guardedAgent({ allowance, resolve: settings.resolve, connectMilliseconds });
  return {
    post: async (address, { body, headers, ports = [], signal }) => {
      const url = checkAddress(address, { allowance, ports });
      if (!url.ok) return url;
      const deadline = AbortSignal.timeout(limits.totalMilliseconds);
      try {
        const response = await request(url.value, {
          dispatcher: agent,
          method: 'POST',
          body,
          headers: { ...headers, 'user-agent': settings.userAgent },
          headersTimeout: limits.headersMilliseconds,
          bodyTimeout: limits.idleMilliseconds,
          signal: signal === undefined ? deadline : AbortSignal.any([deadline, signal]),
        });
        response.body.dump({ limit: 64 * 1024 }).catch(() => {});
        return accept({ status: response.statusCode });
      } catch (problem) {
        if (signal?.aborted) return { ok: false, refusal: requestRefusal('request/stopped') };
        const refusal = deadline.aborted
          ? requestRefusal('request/deadline', url.value.host)
          : describeFault(problem, url.value);
        return { ok: false, refusal };
      }
    },
    close: () => agent.destroy(),
  };
}
