import ipaddr from 'ipaddr.js';

/** Says whether a special address may be connected to after all, under the host name that led to it. */
export type PrivateAllowance = (host: string, address: string) => boolean;

/**
 * Reads what an operator allows of an intranet: host names, addresses and ranges (`10.20.0.0/16`). An entry that is neither
 * an address nor a range is a host name, matched whole. The empty list allows nothing.
 */
export function allowPrivate(entries: readonly string[]): PrivateAllowance {
  const ranges = entries.flatMap((entry) => rangeOf(entry) ?? []);
  const hosts = new Set(entries.map((entry) => entry.toLowerCase()));
  return (host, address) => hosts.has(host.toLowerCase()) || ranges.some((range) => isWithin(address, range));
}

type Range = readonly [ipaddr.IPv4 | ipaddr.IPv6, number];

function rangeOf(entry: string): [Range] | undefined {
  if (ipaddr.isValidCIDR(entry)) return [ipaddr.parseCIDR(entry)];
  if (!ipaddr.isValid(entry)) return undefined;
  const address = ipaddr.parse(entry);
  return [[address, address.kind() === 'ipv4' ? 32 : 128]];
}

function isWithin(address: string, [start, bits]: Range): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv4 && start instanceof ipaddr.IPv4) return parsed.match(start, bits);
  return parsed instanceof ipaddr.IPv6 && start instanceof ipaddr.IPv6 && parsed.match(start, bits);
}
