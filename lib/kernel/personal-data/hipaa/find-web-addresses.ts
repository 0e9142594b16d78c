import 'server-only';
import type { Stretch } from '../span.ts';
import { PATH_DOMAINS } from './words.ts';

const REST = String.raw`[^\s<>"'\x60|()\[\]]`;
const ADDRESS = new RegExp(
  String.raw`\b(?:https?:\/\/|ftp:\/\/|www\.)${REST}{1,2000}|(?<![\w@.-])(?:[a-z0-9][a-z0-9-]{0,40}\.){1,4}(?:${PATH_DOMAINS})(?=[/?#])${REST}{1,2000}`,
  'gi',
);

/** Web addresses: with a scheme, `www.`, or a domain that a path follows. */
export function findWebAddresses(text: string): Stretch[] {
  return [...text.matchAll(ADDRESS)].map(({ index, 0: written }) => ({
    start: index,
    end: index + written.replace(/[.,;:!?]+$/, '').length,
  }));
}
