import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { isSafeHref, Suggestions } from './suggestions.tsx';

afterEach(cleanup);

it('a suggestion sends its text', () => {
  const pick = vi.fn<(text: string) => void>();
  render(<Suggestions items={[{ label: 'Tax', text: 'How much tax?' }]} onPick={pick} />);
  fireEvent.click(screen.getByRole('button', { name: 'Tax' }));
  expect(pick).toHaveBeenCalledExactlyOnceWith('How much tax?');
});

it.each(['/plan', 'mailto:help@tallyhouse.test'])('%s may be a link', (href) =>
  expect(isSafeHref(href)).toBe(true),
);

it.each([
  'https://evil.test',
  '//evil.test',
  '/\\evil.test',
  'javascript:alert(1)',
  'mailto:a@b.test?bcc=c@d.test',
  'data:text/html,x',
])('%s never becomes a link', (href) => {
  expect(isSafeHref(href)).toBe(false);
  render(
    <Suggestions items={[{ label: 'Go', text: 'go', href }]} onPick={vi.fn<(text: string) => void>()} />,
  );
  expect(screen.queryByRole('link')).toBeNull();
});
