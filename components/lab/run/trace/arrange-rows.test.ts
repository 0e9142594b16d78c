import { expect, it } from 'vitest';
import { inOrder, LANDED, STOPPED } from '../../fixtures/traces.ts';
import type { Pane, Panes } from '../pane.ts';
import { arrangeRows, firstDifference } from './arrange-rows.ts';

const pane = (events: Pane['events'], status: Pane['status'] = 'ended'): Pane => ({
  events,
  status,
  problem: null,
  flag: null,
});
const both = (left: Pane, right: Pane): Panes => ({ left, right });
const whole = both(pane(LANDED), pane(STOPPED));

it('both traces stand in the order of the walk, the same station side by side', () => {
  const rows = arrangeRows(whole);
  expect(rows.map(({ station, round }) => `${station} ${round}`)).toEqual([
    'typed 0',
    'before 0',
    'prompt 0',
    'model 0',
    'tools 0',
    'model 1',
    'left 0',
    'inbox 0',
    'defender 0',
  ]);
  const prompt = rows.find(({ station }) => station === 'prompt');
  expect(prompt?.cells.left).toHaveLength(1);
  expect(prompt?.cells.right).toHaveLength(0);
});

it('no event of a trace is lost', () => {
  const drawn = arrangeRows(whole).flatMap(({ cells }) => [...cells.left, ...cells.right]);
  const told = new Set(['began', 'ledger', 'ended']);
  expect(drawn).toHaveLength([...LANDED, ...STOPPED].filter(({ kind }) => !told.has(kind)).length);
});

it('the first difference is the check that stopped one of them', () => {
  const difference = firstDifference(whole);
  expect(arrangeRows(whole).find(({ id }) => id === difference)?.station).toBe('before');
});

it('equal traces have none, and one that has only come less far neither', () => {
  expect(firstDifference(both(pane(LANDED), pane(LANDED)))).toBeNull();
  expect(firstDifference(both(pane(LANDED), pane(LANDED.slice(0, 6), 'running')))).toBeNull();
});

it('a trace that ended earlier differs where the other goes on', () => {
  const short = inOrder(LANDED.slice(0, 5));
  const difference = firstDifference(both(pane(LANDED), pane(short, 'cut')));
  expect(difference).toContain('prompt');
});

it('a later message begins its rounds anew', () => {
  const again = LANDED.map((event) => ({ ...event, step: event.step < 0 ? event.step : 1 }));
  const rows = arrangeRows(both(pane([...LANDED, ...again]), pane([])));
  expect(rows.filter(({ station }) => station === 'prompt').map(({ step }) => step)).toEqual([0, 1]);
});
