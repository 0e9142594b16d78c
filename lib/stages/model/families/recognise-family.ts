import 'server-only';
import { isLoopbackHost } from '#lib/kernel/env-rules.ts';
import { FAMILIES, FAMILY_IDS, type FamilyId, isFamilyId } from './table.ts';

/**
 * Which family a provider is of: the one that is named, else the one whose host this is, else `other`.
 * A name that is in no table counts as `other` too: the least is sent.
 */
export function recogniseFamily(baseUrl: string, named = ''): FamilyId {
  if (named !== '') return isFamilyId(named) ? named : 'other';
  const url = URL.parse(baseUrl);
  if (!url) return 'other';
  const found = FAMILY_IDS.find((id) => {
    const { hosts, localPort } = FAMILIES[id];
    if (hosts.some((host) => isHost(url.hostname, host))) return true;
    return localPort !== null && Number(url.port) === localPort && isOwnNetwork(url.hostname);
  });
  return found ?? 'other';
}

function isHost(hostname: string, wanted: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, '');
  return wanted.startsWith('.') ? host.endsWith(wanted) && host.length > wanted.length : host === wanted;
}

/** This machine, a private address, or a name that only one's own network knows. */
function isOwnNetwork(hostname: string): boolean {
  return (
    isLoopbackHost(hostname) ||
    !/[.:]/.test(hostname) ||
    /^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]+$/.test(hostname)
  );
}
