import 'server-only';
import { isIPv4, isIPv6 } from 'node:net';
import type { Stretch } from '../span.ts';

const FOUR = /(?<![\w.-])(?:\d{1,3}\.){3}\d{1,3}(?![\w-]|\.\d)/g;
const SIX = /(?<![\w:.])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?![\w:])/gi;
/** Releases are written like addresses. */
const RELEASE = /(?:\bv|\bversion|\brelease|\bbuild)[ :]?$/i;
const LABEL_LENGTH = 10;
const FEWEST_CHARACTERS = 6;

/** Addresses of the Internet Protocol, versions 4 and 6, by their form. */
export function findIpAddresses(text: string): Stretch[] {
  const found: Stretch[] = [];
  for (const { index, 0: written } of text.matchAll(FOUR)) {
    const isRelease = RELEASE.test(text.slice(Math.max(0, index - LABEL_LENGTH), index));
    if (isIPv4(written) && !isRelease) found.push({ start: index, end: index + written.length });
  }
  for (const { index, 0: written } of text.matchAll(SIX)) {
    const isAddress = written.length >= FEWEST_CHARACTERS && /\d/.test(written) && isIPv6(written);
    if (isAddress) found.push({ start: index, end: index + written.length });
  }
  return found;
}
