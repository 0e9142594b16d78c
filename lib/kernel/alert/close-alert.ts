import 'server-only';
import type { Tx } from '../db.ts';
import type { Alert, AuditPort } from './alert.ts';

/** Closes the open alert of this kind and subject, if there is one, in the caller's transaction. Returns whether there was. */
export async function closeAlert(
  tx: Tx,
  { kind, subject }: Pick<Alert, 'kind' | 'subject'>,
  { audit }: { audit: AuditPort },
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    UPDATE cs.alert SET open_key = NULL, closed_at = cs.now() WHERE open_key = ${`${kind} ${subject}`} RETURNING id`;
  if (!row) return false;
  await audit(tx, [
    {
      action: 'alert.closed',
      outcome: 'allowed',
      rule: kind,
      subjectKind: 'alert',
      subjectId: row.id,
      facts: { about: subject },
    },
  ]);
  return true;
}
