import 'server-only';
import { type Switch, switchScopeSchema } from '#lib/contract/switches.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';

type Row = {
  scope: string;
  subject: string;
  customer: string | null;
  paused: boolean;
  reason: string;
  setBy: string | null;
  changedAt: Date;
};

/** Every switch that was ever thrown, what is paused first. Throws `not_found` for whoever is neither administrator nor auditor. */
export async function listSwitches(viewer: Viewer, tx: Tx): Promise<Switch[]> {
  if (viewer.role !== 'admin' && viewer.role !== 'auditor') throw new AppError('not_found');
  const rows = await tx.$queryRaw<Row[]>`
    SELECT f.scope, f.subject, t.name AS customer, f.paused, f.reason, f.set_by AS "setBy", f.updated_at AS "changedAt"
    FROM cs.flag f LEFT JOIN cs.tenant t ON f.scope = 'tenant' AND t.id::text = f.subject
    ORDER BY f.paused DESC, f.updated_at DESC, f.scope, f.subject LIMIT 500`;
  return rows.map(({ setBy, changedAt, customer, ...row }) => ({
    ...row,
    scope: switchScopeSchema.parse(row.scope),
    label: row.scope === 'global' ? 'Everything' : (customer ?? row.subject),
    changedAt: changedAt.toISOString(),
    changedBy: whoSet(viewer, setBy),
  }));
}

/** Colleagues are not named to each other: the audit log knows them. */
export function whoSet(viewer: Viewer, setBy: string | null): string {
  if (setBy === null) return 'the command line';
  return setBy === viewer.personId ? 'you' : 'a colleague';
}
