import 'server-only';
import { isIPv4 } from 'node:net';
import { env } from '#lib/kernel/env.ts';
import { canonicalAddress } from '#lib/kernel/ip-address.ts';
import { ADDRESS_HEADER, addressMark } from './address-mark.ts';

/**
 * Where a request comes from, as a throttle counts it: an IPv4 address or an IPv6 /64, or `unknown`, which all such
 * requests share. With TRUSTED_PROXY_HOPS=0 only the socket's address counts; with n it is what the nth proxy from our side
 * appended to `X-Forwarded-For`. Whatever a client writes stands further left and is never read.
 */
export function clientAddress(headers: Headers, trustedHops: number = env().TRUSTED_PROXY_HOPS): string {
  return addressGroup(rawAddress(headers, trustedHops));
}

/** The same address whole and in its one spelling, as the rules of the door are compared with it; null where it can't be told. */
export function requestAddress(
  headers: Headers,
  trustedHops: number = env().TRUSTED_PROXY_HOPS,
): string | null {
  return canonicalAddress(rawAddress(headers, trustedHops));
}

function rawAddress(headers: Headers, trustedHops: number): string {
  return trustedHops === 0 ? socketAddress(headers) : forwardedAddress(headers, trustedHops);
}

function socketAddress(headers: Headers): string {
  const [mark, address] = (headers.get(ADDRESS_HEADER) ?? '').split(' ');
  return mark !== undefined && mark === addressMark() ? (address ?? '') : '';
}

function forwardedAddress(headers: Headers, hops: number): string {
  const chain = (headers.get('x-forwarded-for') ?? '').split(',').map((entry) => entry.trim());
  return chain.at(-hops) ?? '';
}

/** One customer usually holds a whole IPv6 /64, so that is what counts as one address. */
export function addressGroup(raw: string): string {
  const address = canonicalAddress(raw);
  if (address === null) return 'unknown';
  if (isIPv4(address)) return address;
  return `${ipv6Groups(address)
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}

/** The eight 16-bit groups. URL parsing settles spelling, embedded IPv4 included. */
function ipv6Groups(address: string): number[] {
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const parse = (part: string) =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  const before = parse(head);
  const after = parse(tail ?? '');
  return [...before, ...Array.from({ length: 8 - before.length - after.length }, () => 0), ...after];
}
