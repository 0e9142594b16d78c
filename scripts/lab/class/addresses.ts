import { BlockList, isIP } from 'node:net';
import { networkInterfaces } from 'node:os';

/** What only a local network can reach: RFC 1918, RFC 3927, RFC 4193, RFC 4291, and this machine itself. */
const PRIVATE = [
  ['10.0.0.0', 8, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['::1', 128, 'ipv6'],
] as const;

const privateOnes = new BlockList();
for (const [network, prefix, family] of PRIVATE) privateOnes.addSubnet(network, prefix, family);

/** Whether an address can be reached from a local network only. IPv4 within IPv6 counts as what it is. */
export function isPrivateAddress(address: string): boolean {
  const bare = address.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '');
  const version = isIP(bare);
  return version !== 0 && privateOnes.check(bare, version === 4 ? 'ipv4' : 'ipv6');
}

/** The addresses of this machine on local networks, IPv4: what people can type off a wall. */
export function localAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((entries) => entries ?? [])
    .filter(({ family, internal, address }) => family === 'IPv4' && !internal && isPrivateAddress(address))
    .map(({ address }) => address);
}
