import 'server-only';
import { isIP, SocketAddress } from 'node:net';

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/;

/**
 * An address as sockets and proxies write it (brackets, a port, a zone, IPv4 in IPv6's spelling) in its one spelling; null for
 * what is none. `::ffff:192.0.2.1` is `192.0.2.1`, so that no rule is escaped by spelling.
 */
export function canonicalAddress(raw: string): string | null {
  const bare = raw
    .trim()
    .replace(/^\[([^\]]*)\](:\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/%.*$/, '');
  const version = isIP(bare);
  if (version === 0) return null;
  if (version === 4) return bare;
  const { address } = new SocketAddress({ address: bare, family: 'ipv6' });
  return MAPPED.exec(address)?.[1] ?? address;
}
