import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { REASON } from '#lib/contract/reasons.ts';
import { GuardNotes } from './guard-notes.tsx';

afterEach(cleanup);

it.each([
  [
    REASON.flaggedData,
    'flag',
    /Text on your bill tried to give the assistant instructions; it was treated as data/,
  ],
  [REASON.flagged, 'flag', /reads like orders to the assistant, so it changes nothing this time/],
  [REASON.cardNumberRemoved, 'redact', /I removed the card number; please never type it here/],
  [REASON.secretRemoved, 'redact', /I removed what looked like a password or a key/],
  [REASON.detailsHidden, 'redact', /stayed hidden from the model/],
] as const)('%s is told in plain words, once', (reason, verdict, words) => {
  const stage = { stage: 'input-guard', verdict, reason } as const;
  const { container } = render(<GuardNotes stages={[stage, stage]} tools={[]} />);
  expect(screen.getByText(words)).toBeDefined();
  expect(container.querySelectorAll('[data-guard-note]')).toHaveLength(1);
});

it('a number that was left out of an answer is told of, and not as if it had been typed', () => {
  const left = { stage: 'output-guard', verdict: 'redact', reason: REASON.phoneNumberLeftOut } as const;
  const { container } = render(<GuardNotes stages={[left, left]} tools={[]} />);
  expect(container.textContent).toMatch(/left a telephone number out of this answer/);
  expect(container.querySelectorAll('[data-guard-note]')).toHaveLength(1);
});

it('after a card number there is a way to the page of payments', () => {
  const stages = [{ stage: 'input-guard', verdict: 'redact', reason: REASON.cardNumberRemoved } as const];
  render(<GuardNotes stages={stages} tools={[]} />);
  expect(screen.getByRole('link', { name: 'the payments page' }).getAttribute('href')).toBe('/payments');
});

it('nothing is said where nothing happened', () => {
  const { container } = render(
    <GuardNotes stages={[{ stage: 'input-guard', verdict: 'pass' }]} tools={[]} />,
  );
  expect(container.textContent).toBe('');
});
