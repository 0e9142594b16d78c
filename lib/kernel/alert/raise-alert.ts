import 'server-only';
import type { Tx } from '../db.ts';
import { newId, NIL_ID } from '../ids.ts';
import { queueMail } from '../mail/queue-mail.ts';
import type { Viewer } from '../ports.ts';
import type { Alert, AuditPort } from './alert.ts';

/** Who is told by mail: administrators, each in the tenant of their own account. */
export type AlertReader = { readonly viewer: Viewer; readonly email: string };

/**
 * Raises an alert in the caller's transaction: a row, an audit entry and a mail to each reader. While one of its kind and subject is
 * open, that one is counted up instead, silently: what stands wrong for a week is one alert and one mail. Returns whether it is new.
 */
export async function raiseAlert(
  tx: Tx,
  alert: Alert,
  { audit, readers }: { audit: AuditPort; readers: readonly AlertReader[] },
): Promise<boolean> {
  const { kind, subject, tenantId = NIL_ID } = alert;
  const facts = JSON.stringify(alert.facts ?? {});
  const id = newId();
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO cs.alert (id, tenant_id, kind, subject, open_key, facts)
    VALUES (${id}::uuid, ${tenantId}::uuid, ${kind}, ${subject}, ${`${kind} ${subject}`}, ${facts}::jsonb)
    ON CONFLICT (open_key) DO UPDATE SET times = alert.times + 1, last_seen_at = cs.now(), facts = excluded.facts
    RETURNING id`;
  if (row?.id !== id) return false;
  await audit(tx, [
    {
      action: 'alert.raised',
      outcome: 'failed',
      rule: kind,
      subjectKind: 'alert',
      subjectId: id,
      facts: { about: subject },
    },
  ]);
  for (const { viewer, email } of readers)
    await queueMail(viewer, tx, { to: email, template: 'alert_notice', facts: { kind, subject } });
  return true;
}
