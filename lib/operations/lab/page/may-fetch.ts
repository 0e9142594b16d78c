import 'server-only';
import type { FetchKind } from './read-dom.ts';

/**
 * Whether a page with this content security policy may fetch that address, as CSP level 3 matches sources; an empty policy forbids
 * nothing. Nonces are not looked at: no text of an answer could carry one.
 */
export function mayFetch(policy: string, kind: FetchKind, url: string, own: string): boolean {
  if (policy === '') return true;
  const directives = new Map(
    policy.split(';').map((part): [string, string[]] => {
      const [name = '', ...sources] = part.trim().split(/\s+/);
      return [name.toLowerCase(), sources];
    }),
  );
  const sources = directives.get(kind) ?? directives.get('default-src');
  return sources === undefined || sources.some((source) => matches(source, url, own));
}

function matches(source: string, url: string, own: string): boolean {
  if (!URL.canParse(url, own)) return false;
  const target = new URL(url, own);
  if (source === "'self'") return target.origin === new URL(own).origin;
  if (source === '*') return target.protocol === 'http:' || target.protocol === 'https:';
  if (/^[a-z][a-z0-9+.-]*:$/i.test(source)) return target.protocol === source.toLowerCase();
  return URL.canParse(source) && target.origin === new URL(source).origin;
}
