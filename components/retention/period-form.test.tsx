import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { RetentionRow } from '#lib/contract/retention.ts';
import { PeriodForm } from './period-form.tsx';
import { periodWords } from './period-words.ts';

const TENANT = '0190a5b0-0000-7000-8000-0000000000ab';
const row = (category: string, label: string, mostDays: number): RetentionRow => ({
  category,
  label,
  purpose: '',
  legalBasis: '',
  keptMs: 90 * 86_400_000,
  from: '',
  action: '',
  override: mostDays === 0 ? null : { leastDays: 1, mostDays },
  next: { due: 0, held: 0 },
  lastRun: null,
  check: null,
});

const sent: unknown[] = [];
let answers: object[];
let isSet: boolean;
beforeEach(() => {
  sent.length = 0;
  isSet = false;
  vi.stubGlobal('fetch', async (_url: string, { body }: RequestInit = {}) => {
    sent.push(JSON.parse(String(body)));
    return Response.json(answers.shift() ?? {});
  });
  render(
    <PeriodForm
      customers={[{ tenantId: TENANT, name: 'Northwind' }]}
      rows={[row('conversations', 'Conversations', 365), row('security_logs', 'Audit log', 0)]}
      onCancel={() => undefined}
      onSet={() => (isSet = true)}
    />,
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});
const days = (value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: 'Kept for, in days' }), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

it('counts first, asks, and sends the change with what was shown', async () => {
  answers = [
    { removes: 1_204, applied: false },
    { removes: 1_204, applied: true },
  ];
  days('7');
  press('Count what goes');
  await waitFor(() => expect(screen.getByRole('status').textContent).toContain('remove 1,204 conversations'));
  expect(isSet).toBe(false);
  press('Set this period');
  await waitFor(() => expect(isSet).toBe(true));
  expect(sent).toEqual([
    { tenantId: TENANT, category: 'conversations', keptDays: 7 },
    { tenantId: TENANT, category: 'conversations', keptDays: 7, confirmed: 1_204 },
  ]);
});

it('counts anew what is changed after a count, and takes nothing outside the bounds', async () => {
  answers = [{ removes: 3, applied: false }];
  days('7');
  press('Count what goes');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Set this period' })).toBeTruthy());
  days('400');
  expect(screen.getByRole('button', { name: 'Count what goes' }).hasAttribute('disabled')).toBe(true);
  expect(sent).toHaveLength(1);
});

it('offers only what a customer may have a period of their own for', () => {
  expect(screen.queryByRole('option', { name: 'Audit log' })).toBeNull();
  expect(screen.getByRole('option', { name: 'Conversations' })).toBeTruthy();
});

it('says periods as one says them', () => {
  const day = 86_400_000;
  const said = [3_600_000, day, 90 * day, 365 * day, 730 * day, 1096 * day, 2557 * day, 0].map(periodWords);
  expect(said).toEqual([
    '1 hour',
    '1 day',
    '90 days',
    '1 year',
    '2 years',
    '3 years',
    '7 years',
    'Until they run out',
  ]);
});
