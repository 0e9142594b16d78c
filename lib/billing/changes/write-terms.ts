import 'server-only';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { toDate } from '../days.ts';
import type { Terms } from '../effective-terms.ts';
import { sayDowngrade } from '../wording.ts';
import { expectOne } from './define-change.ts';
import { readStanding } from './read-standing.ts';

type History = {
  /** The decision's id is the row's: what was written once can't be written again. */
  proposalId: string;
  kind: 'upgraded' | 'seat_added' | 'seat_removed' | 'paused' | 'resumed' | 'cancelled';
  description: string;
  fromPlan?: string;
  toPlan?: string;
};

/**
 * Replaces the terms of the subscription by `change` of those that hold today; throws `no_longer_possible` where they are so
 * already. A smaller plan whose day has come is written into the history first: until now readers only worked it out.
 */
export async function writeTerms(viewer: Viewer, tx: Tx, change: Partial<Terms>): Promise<void> {
  const { tenantId, stored, terms } = await readStanding(viewer, tx);
  if (stored.nextOn !== null && stored.planCode !== terms.planCode)
    await tx.subscriptionChange.createMany({
      data: [
        {
          id: newId(),
          tenantId,
          changedOn: toDate(stored.nextOn),
          kind: 'downgraded',
          fromPlan: stored.planCode,
          toPlan: terms.planCode,
          description: sayDowngrade(stored.planCode, terms.planCode),
          changedBy: 'the owner',
        },
      ],
    });
  const { planCode, status, next, nextOn } = { ...terms, ...change };
  const isSame =
    terms.planCode === planCode && terms.status === status && terms.next === next && terms.nextOn === nextOn;
  if (isSame) throw new AppError('no_longer_possible');
  const data = { planCode, status, next, nextOn: nextOn === null ? null : toDate(nextOn) };
  expectOne(await tx.subscription.updateMany({ where: { tenantId }, data }));
}

/** Writes what was decided today into the history of the subscription. */
export async function writeHistory(viewer: Viewer, tx: Tx, { proposalId, ...row }: History): Promise<void> {
  const { tenantId, today } = await readStanding(viewer, tx);
  await tx.subscriptionChange.createMany({
    data: [{ ...row, id: proposalId, tenantId, changedOn: toDate(today), changedBy: 'the owner' }],
  });
}
