import ipaddr from 'ipaddr.js';

/** The only block that IANA gives out as global unicast IPv6; whatever lies outside is reserved or translated. */
const globalUnicast: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/**
 * Whether an address is none of the public internet: private, loopback, link-local, shared (CGNAT), multicast, documentation,
 * benchmarking, reserved, or IPv6 that wraps IPv4 (mapped, compatible, NAT64, 6to4, Teredo). By the IANA registries of
 * special-purpose addresses (RFC 6890) as `ipaddr.js` keeps them. What is no address at all counts as special.
 */
export function isSpecialPurpose(address: string): boolean {
  if (!ipaddr.isValid(address)) return true;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return true;
  return parsed instanceof ipaddr.IPv6 && !parsed.match(globalUnicast);
}
