import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { DataNote } from './data-note.tsx';

afterEach(cleanup);

it('a memo that gave orders is named as what it was: data', () => {
  render(
    <DataNote
      stages={[{ stage: 'input-guard', verdict: 'flag', reason: 'instructions_in_data' }]}
      tools={[]}
    />,
  );
  expect(
    screen.getByText(/Text on your bill tried to give the assistant instructions; it was treated as data/),
  ).toBeDefined();
});

it('nothing is said where nothing tried', () => {
  const { container } = render(<DataNote stages={[{ stage: 'input-guard', verdict: 'pass' }]} tools={[]} />);
  expect(container.textContent).toBe('');
});
