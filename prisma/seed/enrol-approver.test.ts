import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { closeDatabases, withViewer } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { proveFactor } from '#lib/stages/identity/second-factor/prove-factor.ts';
import { showDemoCode } from '#lib/stages/identity/second-factor/show-demo-code.ts';
import { seedDemo } from '../seed.ts';

vi.hoisted(() => {
  process.env.DEMO = '1';
  process.env.DEMO_PASSWORD = 'q7Rz0pKd1XvB9sLw';
});

beforeAll(async () => {
  await seedDemo();
});
afterAll(closeDatabases);

async function factorOf(email: string) {
  const [row] = await behindTheWalls<{ id: string; tenant_id: string; secret: Buffer }>(
    'SELECT p.id, p.tenant_id, f.secret FROM person p JOIN second_factor f ON f.person_id = p.id WHERE p.email = $1',
    [email],
  );
  if (!row) throw new Error('There is no factor.');
  const viewer: Viewer = { personId: row.id, role: 'approver', homeTenantId: row.tenant_id };
  return { viewer, secret: row.secret.toString('hex') };
}
const approver = () => factorOf('approver@countersign.test');

/** The code that the demonstration shows, tried at once: the step of the enrolment is used already. */
const shownCodeWorks = ({ viewer }: { viewer: Viewer }) =>
  withViewer(viewer, async (tx) => proveFactor(viewer, tx, await showDemoCode(viewer, tx)));

test('in a demonstration the approver has a second factor, and the code that is shown works at once', async () => {
  expect(await shownCodeWorks(await approver())).toMatchObject({ kind: 'step' });
});

test('seeding again keeps it, a reset makes another one, and both work', async () => {
  const before = await approver();
  await seedDemo();
  expect(await approver()).toEqual(before);
  await seedDemo({ reset: true });
  const after = await approver();
  expect(after.secret).not.toBe(before.secret);
  expect(await shownCodeWorks(after)).toMatchObject({ kind: 'step' });
});
