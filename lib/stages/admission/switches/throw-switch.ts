import 'server-only';
import type { SwitchScope } from '#lib/contract/switches.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';

export type SwitchSubject = { scope: SwitchScope; subject: string };
export type SwitchRow = { paused: boolean; changedAt: Date };

/** The switch as it stands, held until the end of the transaction; null where it was never thrown. */
export async function holdSwitch(
  _viewer: Viewer,
  tx: Tx,
  { scope, subject }: SwitchSubject,
): Promise<SwitchRow | null> {
  const [row] = await tx.$queryRaw<SwitchRow[]>`
    SELECT paused, updated_at AS "changedAt" FROM cs.flag WHERE scope = ${scope} AND subject = ${subject} FOR UPDATE`;
  return row ?? null;
}

/** Writes the switch. `setBy` null: someone at a command line, who has the owner's role. Every process reads it within half a second. */
export async function throwSwitch(
  _viewer: Viewer,
  tx: Tx,
  {
    scope,
    subject,
    paused,
    reason,
    setBy,
  }: SwitchSubject & { paused: boolean; reason: string; setBy: string | null },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO cs.flag (scope, subject, paused, reason, set_by) VALUES (${scope}, ${subject}, ${paused}, ${reason}, ${setBy}::uuid)
    ON CONFLICT (scope, subject) DO UPDATE SET paused = excluded.paused, reason = excluded.reason, set_by = excluded.set_by, updated_at = cs.now()`;
}
