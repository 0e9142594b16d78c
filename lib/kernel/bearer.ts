import 'server-only';
import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether a request carries exactly this bearer token. Takes as long for a near miss as for anything else, whatever its length. */
export function bearerMatches(request: Request, token: string): boolean {
  const given = /^Bearer ([\x21-\x7e]{1,512})$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
  return timingSafeEqual(digest(given), digest(token)) && given.length > 0;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}
