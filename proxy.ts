import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';

// Headers only. Who may see a page is decided where its data is read, never here.

/** Everything a page may load, by kind. Styles allow inline: positioned and animated elements set their own. */
function contentSecurityPolicy(nonce: string, options: { https: boolean; hotReload: boolean }): string {
  const directives = [
    "default-src 'self'",
    // Hot reload evaluates code; a build never does.
    `script-src 'nonce-${nonce}' 'strict-dynamic'${options.hotReload ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "media-src 'none'",
    "frame-ancestors 'none'",
  ];
  if (options.https) directives.push('upgrade-insecure-requests');
  return directives.join('; ');
}

/** `same-origin`, not `no-referrer`: with that, browsers post forms with `Origin: null`. */
const FIXED_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy':
    'accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), browsing-topics=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

const TWO_YEARS_S = 63_072_000;

/** A fresh nonce for each page: Next reads it from the request's policy, components from `x-nonce`. */
export function proxy(request: NextRequest): NextResponse {
  const https = (process.env.PUBLIC_URL ?? '').startsWith('https:');
  const nonce = randomBytes(18).toString('base64');
  const policy = contentSecurityPolicy(nonce, { https, hotReload: process.env.RUN_MODE === 'dev' });
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  for (const [name, value] of Object.entries(FIXED_HEADERS)) response.headers.set(name, value);
  if (https) response.headers.set('Strict-Transport-Security', `max-age=${TWO_YEARS_S}; includeSubDomains`);
  return response;
}

/** Pages only. Bodies sent to /api would be buffered and cut here; static files need no policy. */
export const config = { matcher: ['/((?!api/|api$|_next/static/).*)'] };
