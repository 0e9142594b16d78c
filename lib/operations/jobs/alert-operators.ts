import 'server-only';
import { alertReaders } from '#lib/kernel/alert/alert-readers.ts';
import type { AuditPort } from '#lib/kernel/alert/alert.ts';
import { closeAlert } from '#lib/kernel/alert/close-alert.ts';
import { raiseAlert } from '#lib/kernel/alert/raise-alert.ts';
import { database, type Tx } from '#lib/kernel/db.ts';
import { reduceError } from '#lib/kernel/errors.ts';
import { log } from '#lib/kernel/log.ts';
import type { ModelAlert, RaiseModelAlert } from '#lib/kernel/model-alert.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';

const audit: AuditPort = (inTx, entries) => recordAudit(null, inTx, entries);

/**
 * Tells operators what is wrong with a provider of the model's: an alert of its kind, provider and day, so that trouble that lasts until
 * tomorrow is told again; and closes what is put right once that provider answers. Never throws: no turn fails because of it, and the
 * log has it anyway.
 */
export async function alertOperators({ kind, facts }: ModelAlert): Promise<void> {
  const provider = String(facts.provider ?? 'first');
  try {
    await database('jobs').$transaction(async (tx) => {
      if (kind === 'provider_works') return closeOpen(tx, provider, Number(facts.refusedKeys ?? 0));
      const [row] = await tx.$queryRaw<{ day: string }[]>`SELECT to_char(cs.now(), 'YYYY-MM-DD') AS day`;
      const subject = `${provider}.${row?.day ?? 'today'}`;
      await raiseAlert(
        tx,
        { kind: `model.${kind}`, subject, facts },
        { audit, readers: await alertReaders(tx) },
      );
    });
  } catch (error) {
    const { name, code } = reduceError(error);
    log.error('alert.not_raised', { errorName: name, errorCode: code });
  }
}

/** The same, waited for by nobody. */
export const tellOperators: RaiseModelAlert = (alert) => void alertOperators(alert);

/** It answers: everything about this provider is put right, but for a key that it refuses still. */
async function closeOpen(tx: Tx, provider: string, refusedKeys: number): Promise<void> {
  const open = await tx.$queryRaw<{ kind: string; subject: string }[]>`
    SELECT kind, subject FROM cs.alert WHERE open_key IS NOT NULL AND kind LIKE 'model.%' AND subject LIKE ${`${provider}.%`}`;
  for (const alert of open) {
    if (alert.kind === 'model.provider_key_refused' && refusedKeys > 0) continue;
    await closeAlert(tx, alert, { audit });
  }
}
