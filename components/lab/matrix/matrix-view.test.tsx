import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { MATRIX } from '../fixtures/matrix.ts';
import { columnsOf } from './columns.ts';
import { MatrixView } from './matrix-view.tsx';

afterEach(cleanup);
const show = () => render(<MatrixView matrix={MATRIX} columns={columnsOf(MATRIX, [])} />);
const square = (name: string) => screen.getByRole('link', { name });

it('profiles stand in teaching order, attacks by kind', () => {
  show();
  const heads = screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
  expect(heads.slice(0, 4)).toEqual(['Attack', 'none', 'prompt-only', 'everything']);
});

it('what was not tried is grey and dashed, and never looks like what was stopped', () => {
  show();
  const notTried = square('The textbook attack, prompt-only: Not tried');
  const stopped = square('The textbook attack, everything: Stopped by Input guard');
  expect(notTried.dataset.outcome).toBe('not-tried');
  expect(notTried.className).toMatch(/border-dashed/);
  expect(notTried.className).not.toMatch(/good|bad|accent/);
  expect(stopped.className).toMatch(/good/);
  expect(notTried.innerHTML).not.toBe(stopped.innerHTML);
});

it('security and usefulness stand in the same table', () => {
  show();
  const row = (name: string) => within(screen.getByRole('row', { name: new RegExp(`^${name}`) }));
  const texts = (name: string) =>
    row(name)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent);
  expect(texts('Attacks that landed')).toEqual(['2 of 2', '1 of 2', '0 of 2']);
  expect(texts('Not tried')).toEqual(['0', '1', '0']);
  expect(texts('Honest tasks completed')).toEqual(['100 %', '100 %', '99 %']);
  expect(texts('Honest messages wrongly blocked')).toEqual(['0', '0', '1']);
});

it('a square leads to that very run', () => {
  show();
  const link = square('A picture with room for data, prompt-only: Landed');
  expect(link.getAttribute('href')).toBe(
    '/lab/run?attack=picture-with-data&left=prompt-only&right=everything',
  );
});
