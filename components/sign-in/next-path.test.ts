import { expect, it } from 'vitest';
import { nextPath } from './next-path.ts';

it.each(['/c/0190a5b0-0000-7000-8000-000000000001', '/invoices?status=open', '/?ask=What%20is%20this%3F'])(
  'sign-in leads back to %s',
  (path) => expect(nextPath(path)).toBe(path),
);

it.each([
  undefined,
  '',
  'https://evil.test',
  '//evil.test',
  '/\\evil.test',
  '/\t/evil.test',
  'javascript:alert(1)',
  '/api/auth/signout',
  '/a\r\nb',
])('sign-in never leads to %j', (path) => expect(nextPath(path)).toBe('/'));
