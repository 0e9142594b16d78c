import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { Severity } from 'csp_evaluator/dist/finding.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import { NextRequest } from 'next/server.js';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { config, proxy } from '../../../proxy.ts';

afterEach(() => vi.unstubAllEnvs());

function answer(): Response {
  return proxy(new NextRequest('http://localhost:3000/invoices', { headers: { 'x-nonce': 'forged' } }));
}
const policyOf = (response: Response) => response.headers.get('content-security-policy') ?? '';

describe('every page has a policy', () => {
  test('that a policy evaluator finds no serious fault in', () => {
    const { csp } = new CspParser(policyOf(answer()));
    const serious = new CspEvaluator(csp).evaluate().filter((finding) => finding.severity <= Severity.MEDIUM);
    expect(serious).toEqual([]);
  });

  test('that names no host but our own, and no inline or evaluated script', () => {
    const policy = policyOf(answer());
    const scripts = policy.split('; ').find((directive) => directive.startsWith('script-src')) ?? '';
    expect(scripts).toMatch(/^script-src 'nonce-[A-Za-z0-9+/]{24}' 'strict-dynamic'$/);
    for (const source of policy.split(/;? /)) expect(source).toMatch(/^([a-z-]+|'[^']+'|data:)$/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'self'");
    expect(policy).toContain("connect-src 'self'");
  });

  test('with a nonce of its own, handed on in place of one that a client sent', () => {
    const [first, second] = [answer(), answer()];
    const nonce = /'nonce-([^']+)'/.exec(policyOf(first))?.[1];
    expect(first.headers.get('x-middleware-request-x-nonce')).toBe(nonce);
    expect(policyOf(first)).not.toBe(policyOf(second));
  });

  test('and the other headers; Strict-Transport-Security only over https', () => {
    const plain = answer();
    expect(plain.headers.get('x-content-type-options')).toBe('nosniff');
    expect(plain.headers.get('referrer-policy')).toBe('same-origin');
    expect(plain.headers.get('permissions-policy')).toContain('camera=()');
    expect(plain.headers.has('strict-transport-security')).toBe(false);
    vi.stubEnv('PUBLIC_URL', 'https://billing.countersign.test');
    expect(answer().headers.get('strict-transport-security')).toContain('max-age=');
    expect(policyOf(answer())).toContain('upgrade-insecure-requests');
  });
});

test('it runs on pages and never on /api or static files', () => {
  const matches = (path: string) => config.matcher.some((pattern) => new RegExp(`^${pattern}$`).test(path));
  for (const path of ['/', '/sign-in', '/invoices/INV-1', '/apix', '/API/auth', '/_next/image', '/nope'])
    expect(matches(path)).toBe(true);
  for (const path of ['/api', '/api/chat', '/api/auth/csrf', '/_next/static/a.js'])
    expect(matches(path)).toBe(false);
});
