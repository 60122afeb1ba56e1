import { isIP } from 'node:net';
import { accept, type Refusal, type Result } from '../../model/outcome-channels.ts';
import type { PrivateAllowance } from './private-allowance.ts';
import { requestRefusal } from './request-refusals.ts';
import { isSpecialPurpose } from './special-purpose.ts';

/** What a site's configuration and the operator's make of an address. */
export type AddressPolicy = {
  readonly allowance: PrivateAllowance;
  /** `host:port` pairs beyond ports 80 and 443. */
  readonly ports: readonly string[];
};

/** Longest address that is fetched, in characters; beyond it lie traps and attacks, not documents. */
const longestAddress = 2000;

/**
 * Reads an address the way browsers do (WHATWG URL), so that decimal, octal and hexadecimal hosts come out as what they
 * are, and refuses what is never fetched: other schemes, credentials, backslashes, unlisted ports, special addresses.
 */
export function checkAddress(address: string, policy: AddressPolicy): Result<URL> {
  if (address.includes('\\')) return refused('request/backslash', address);
  if (address.length > longestAddress || !URL.canParse(address))
    return refused('request/bad-address', address);
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return refused('request/scheme', address);
  if (url.username !== '' || url.password !== '') return refused('request/credentials', url.host);
  if (!isOpenPort(url, policy.ports)) return refused('request/port', url.host);
  const host = bareHost(url);
  if (isIP(host) !== 0 && isForbidden(host, host, policy.allowance))
    return refused('request/special-address', host);
  url.hash = '';
  return accept(url);
}

/** The host without the brackets of an IPv6 address. */
export function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

/** Whether nobody may connect to the address: it is none of the public internet, nor allowed under this host. */
export function isForbidden(host: string, address: string, allowance: PrivateAllowance): boolean {
  return isSpecialPurpose(address) && !allowance(host, address);
}

function isOpenPort(url: URL, ports: readonly string[]): boolean {
  return url.port === '' || url.port === '80' || url.port === '443' || ports.includes(url.host);
}

function refused(
  code: Parameters<typeof requestRefusal>[0],
  detail: string,
): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: requestRefusal(code, detail.slice(0, 200)) };
}
