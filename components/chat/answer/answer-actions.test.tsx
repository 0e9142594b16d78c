import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { CopyButton } from './answer-actions.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const press = (clipboard: object | undefined) => {
  vi.stubGlobal('navigator', { clipboard });
  render(<CopyButton text="You owe nothing." />);
  fireEvent.click(screen.getByRole('button', { name: 'Copy this answer' }));
};

it('an answer is copied, and the button says so', async () => {
  const writeText = vi.fn<(text: string) => Promise<void>>(async () => undefined);
  press({ writeText });
  await screen.findByRole('button', { name: 'Copied' });
  expect(writeText).toHaveBeenCalledWith('You owe nothing.');
});

it.each([
  ['is forbidden', { writeText: () => Promise.reject(new Error('denied')) }],
  ['does not exist here', undefined],
])('where copying %s, it is said beside the button, which can be pressed again', async (_how, clipboard) => {
  press(clipboard);
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Could not copy'));
  expect(screen.getByRole('button', { name: 'Try to copy this answer again' })).toBeDefined();
});
