import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { HoldForm } from './hold-form.tsx';

vi.mock('next/navigation', () => ({ usePathname: () => '/admin/retention' }));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('says to whoever set one before that somebody else has to, and sets none', async () => {
  const body = { error: { code: 'not_eligible', message: 'x', requestId: 'r' } };
  vi.stubGlobal('fetch', async () => Response.json(body, { status: 403 }));
  const onSet = vi.fn<() => void>();
  const customers = [{ tenantId: '01a2197f-0d91-7326-bf8c-fb5dfaf17b65', name: 'Acme' }];
  render(<HoldForm customers={customers} onCancel={() => undefined} onSet={onSet} />);
  fireEvent.change(screen.getByLabelText('Reason'), { target: { value: 'A dispute' } });
  fireEvent.click(screen.getByRole('button', { name: 'Set the hold' }));
  expect(await screen.findByText(/Another administrator can set it/)).toBeDefined();
  expect(onSet).not.toHaveBeenCalled();
});
