import 'server-only';
import { isIP } from 'node:net';
import { canonicalAddress } from '#lib/kernel/ip-address.ts';

/** A range of addresses. `text` in CIDR, in its one spelling but for bits beyond the prefix, which PostgreSQL is asked about. */
export type AddressRange = { text: string; address: string; prefix: number; family: 'ipv4' | 'ipv6' };

const RANGE = /^([0-9a-f:.]{2,45})(?:\/(\d{1,3}))?$/i;
/** Where IPv4 stands in IPv6's spelling, `::ffff:0:0/96`. */
const MAPPED_BITS = 96;

/** `192.0.2.0/24`, `2001:db8::/32`, a bare address for itself alone. Null for anything else, half of the mapped range included. */
export function parseRange(text: string): AddressRange | null {
  const [, written = '', prefixText] = RANGE.exec(text) ?? [];
  const version = isIP(written);
  if (version === 0) return null;
  const bits = version === 4 ? 32 : 128;
  const length = prefixText === undefined ? bits : Number(prefixText);
  const address = canonicalAddress(written);
  if (address === null || length > bits) return null;
  const isMapped = version === 6 && isIP(address) === 4;
  if (isMapped && length < MAPPED_BITS) return null;
  const prefix = isMapped ? length - MAPPED_BITS : length;
  return { text: `${address}/${prefix}`, address, prefix, family: isIP(address) === 4 ? 'ipv4' : 'ipv6' };
}
