import type { LookupAddress } from 'node:dns';
import { lookup as systemLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { isForbidden } from './check-address.ts';
import type { PrivateAllowance } from './private-allowance.ts';

/** All addresses of a host name. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

/** A connection that the rules forbid, as it travels through undici. */
export class ForbiddenAddress extends Error {
  readonly code = 'FORBIDDEN_ADDRESS';
  readonly detail: string;

  constructor(detail: string) {
    super(`forbidden address ${detail}`);
    this.name = 'ForbiddenAddress';
    this.detail = detail;
  }
}

export type ConnectorSettings = {
  readonly allowance: PrivateAllowance;
  readonly resolve?: Resolve | undefined;
  readonly connectMilliseconds: number;
};

/**
 * Opens connections of undici. A name is resolved once, *every* address that it has is checked, and the socket connects to
 * one of those checked; nobody asks the name server in between, so an answer that changes gains nothing. The address that the socket
 * really reached is checked again, which also covers hosts that are addresses themselves.
 */
export function guardedConnector(settings: ConnectorSettings): buildConnector.connector {
  const connect = buildConnector({
    allowH2: false,
    timeout: settings.connectMilliseconds,
    lookup: guardedLookup(settings),
  });
  return (options, give) => {
    connect(options, (...[problem, socket]) => {
      if (problem !== null) return give(problem, null);
      const reached = socket.remoteAddress ?? '';
      if (!isForbidden(options.hostname, reached, settings.allowance)) return give(null, socket);
      socket.destroy();
      return give(new ForbiddenAddress(reached), null);
    });
  };
}

function guardedLookup({ allowance, resolve = resolveBySystem }: ConnectorSettings): LookupFunction {
  return (host, options, give) => {
    checkedAddresses(host, resolve, allowance).then(
      (addresses) => {
        const wanted = addresses.filter(({ family }) => !options.family || family === options.family);
        const [first] = wanted.length > 0 ? wanted : addresses;
        if (options.all) give(null, [...wanted]);
        else give(null, first?.address ?? '', first?.family);
      },
      (problem: Error) => give(problem, ''),
    );
  };
}

async function checkedAddresses(
  host: string,
  resolve: Resolve,
  allowance: PrivateAllowance,
): Promise<readonly LookupAddress[]> {
  const addresses = await resolve(host);
  if (addresses.length === 0) throw Object.assign(new Error(`no address for ${host}`), { code: 'ENOTFOUND' });
  const forbidden = addresses.find(({ address }) => isForbidden(host, address, allowance));
  if (forbidden !== undefined) throw new ForbiddenAddress(`${host} → ${forbidden.address}`);
  return addresses.filter(({ address }) => isIP(address) !== 0);
}

const resolveBySystem: Resolve = (host) => systemLookup(host, { all: true, verbatim: true });
