import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { FactorState } from '#lib/contract/factor.ts';
import { SecondFactor } from './second-factor.tsx';

// It reads the address of the site when it is loaded, and there is none here.
vi.mock('next-auth/react', () => ({ signOut: () => undefined }));
vi.mock('next/navigation', () => ({ usePathname: () => '/account/security' }));

const NONE: FactorState = { state: 'none', confirmedAt: null, lockedForS: 0, recoveryCodesLeft: 0 };
const SECRET = 'JBSWY3DPEHPK3PXP';

/** What the server answers to the beginning; its state is always "none". */
function answering(status: number, body: unknown) {
  vi.stubGlobal('fetch', async (_url: string, init?: RequestInit) =>
    init?.method === 'POST' ? Response.json(body, { status }) : Response.json(NONE),
  );
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('shows the key as a code to scan, as a link and in groups', async () => {
  answering(201, { secret: SECRET, uri: `otpauth://totp/x?secret=${SECRET}` });
  render(<SecondFactor first={NONE} demonstrates={false} />);
  fireEvent.click(screen.getByRole('button', { name: 'Set up a second factor' }));
  const code = await screen.findByRole('img', { name: /scan/ });
  expect(code.querySelector('path')?.getAttribute('d')?.length).toBeGreaterThan(1_000);
  expect(screen.getByText('JBSW Y3DP EHPK 3PXP')).toBeDefined();
});

it('asks whoever signed in a while ago to do so again first, and shows no key', async () => {
  answering(403, { error: { code: 'step_up_required', message: 'x', requestId: 'r' } });
  render(<SecondFactor first={NONE} demonstrates={false} />);
  fireEvent.click(screen.getByRole('button', { name: 'Set up a second factor' }));
  expect((await screen.findByRole('alert')).textContent).toMatch(/sign in again first/);
  expect(screen.getByRole('button', { name: 'Sign in again' })).toBeDefined();
  expect(screen.queryByRole('img')).toBeNull();
});
