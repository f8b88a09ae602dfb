import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** All global unicast addresses that IANA has given out so far are in it (RFC 4291 §2.4, IANA IPv6 address space). */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');
/** In `GLOBAL_UNICAST` and still nobody's: documentation (RFC 9637), which ipaddr.js may not know. */
const DOCUMENTATION = ipaddr.IPv6.parseCIDR('3fff::/20');

/**
 * Is it an address of the public Internet, and of one machine? Refused are private, loopback, link-local (with the metadata services of clouds),
 * shared (RFC 6598), benchmarking, documentation, multicast, reserved and unspecified ones, addresses with a zone, and those that stand for
 * another address (NAT64, 6to4, Teredo), since what they lead to is not to be seen. IPv4 written as IPv6 (`::ffff:…`) is what it stands for.
 * @param address as a resolver gives it; whatever is no address is refused.
 */
export function isPublicAddress(address: string): boolean {
  // Neither `fe80::1%eth0` nor forms that only ipaddr.js reads as an address, such as 0x7f.1.
  if (isIP(address) === 0 || address.includes('%')) return false;
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === 'unicast';
  if (parsed.isIPv4MappedAddress()) return parsed.toIPv4Address().range() === 'unicast';
  return parsed.match(GLOBAL_UNICAST) && !parsed.match(DOCUMENTATION) && parsed.range() === 'unicast';
}
