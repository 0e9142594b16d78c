import 'server-only';
import { AppError } from '#lib/kernel/errors.ts';
import { allowedOrigins, checkOrigin, readCapped } from '#lib/kernel/http.ts';
import type { AuthCall } from './call-next-auth.ts';
import { AUTH_ACTIONS, MAX_FORM_BYTES } from './policy.ts';

const PREFIX = '/api/auth/';

/**
 * Checks a request below `/api/auth` and reads it. Throws `not_found` for what is not offered, `bad_origin`,
 * `unsupported_media`, `too_large` and `malformed`.
 */
export async function readAuthCall(request: Request): Promise<AuthCall> {
  const url = new URL(request.url);
  const action = url.pathname.slice(PREFIX.length);
  const isPost = request.method === 'POST';
  const offered: readonly string[] = AUTH_ACTIONS[isPost ? 'POST' : 'GET'];
  if (isPost) checkOrigin(request);
  if (!offered.includes(action)) throw new AppError('not_found');
  return {
    method: isPost ? 'POST' : 'GET',
    segments: action.split('/'),
    query: isPost ? {} : Object.fromEntries(url.searchParams),
    body: isPost ? await readForm(request) : {},
    cookies: readCookies(request.headers.get('cookie')),
    origin: ownOrigin(request),
  };
}

/** Ours, in the spelling this browser uses: cookies for `localhost` are not those for `127.0.0.1`. */
function ownOrigin(request: Request): string {
  const origins = allowedOrigins();
  const host = request.headers.get('host');
  return origins.find((origin) => new URL(origin).host === host) ?? origins[0] ?? '';
}

async function readForm(request: Request): Promise<Record<string, string>> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') throw new AppError('unsupported_media');
  const fields = [...new URLSearchParams(await readCapped(request, MAX_FORM_BYTES))];
  if (new Set(fields.map(([name]) => name)).size !== fields.length) throw new AppError('malformed');
  return Object.fromEntries(fields);
}

/** The cookies of a request; one that does not decode is left out. */
export function readCookies(header: string | null): Record<string, string> {
  const pairs: [string, string][] = [];
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at < 0) continue;
    try {
      pairs.push([part.slice(0, at).trim(), decodeURIComponent(part.slice(at + 1).trim())]);
    } catch {
      continue;
    }
  }
  return Object.fromEntries(pairs);
}
