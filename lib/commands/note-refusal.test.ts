import { describe, expect, test, vi } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { makePerson } from '#e2e/fixtures/make-person.ts';
import { noteRefusal } from './note-refusal.ts';
import { ENTRIES_PER_MINUTE, takesEntry } from '#lib/stages/audit/refusal-window.ts';

describe('a refusal at the door', () => {
  test('leaves an entry in the name of the person', async () => {
    const { viewer } = await makePerson();
    await noteRefusal(viewer, { code: 'malformed', route: 'chat', requestId: 'r-1' });
    const rows = await behindTheWalls('SELECT action, rule FROM audit_entry WHERE person_id = $1', [
      viewer.personId,
    ]);
    expect(rows).toEqual([{ action: 'request.refused', rule: 'malformed' }]);
  });

  test('of a flood is counted, so that the log does not grow without end', async () => {
    const { viewer } = await makePerson();
    for (let time = 0; time < ENTRIES_PER_MINUTE + 30; time += 1) {
      await noteRefusal(viewer, { code: 'malformed', route: 'chat', requestId: `r-${time}` });
    }
    const rows = await behindTheWalls('SELECT 1 FROM audit_entry WHERE person_id = $1', [viewer.personId]);
    expect(rows).toHaveLength(ENTRIES_PER_MINUTE);
  });

  test('that was only counted is written as a number when its minute is over, once', async () => {
    vi.useFakeTimers();
    const written: number[] = [];
    const count = async (further: number) => void written.push(further);
    for (let time = 0; time < ENTRIES_PER_MINUTE + 7; time += 1) takesEntry('someone', count);
    await vi.advanceTimersByTimeAsync(61_000);
    expect(written).toEqual([7]);
    expect(takesEntry('someone', count)).toBe(true);
    vi.useRealTimers();
  });
});
