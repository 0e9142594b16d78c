import 'server-only';
import { alertReaders } from '#lib/kernel/alert/alert-readers.ts';
import { raiseAlert } from '#lib/kernel/alert/raise-alert.ts';
import { database } from '#lib/kernel/db.ts';
import { reduceError } from '#lib/kernel/errors.ts';
import { log } from '#lib/kernel/log.ts';
import type { ModelAlert, RaiseModelAlert } from '#lib/kernel/model-alert.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';

/**
 * Tells operators what is wrong with the model's provider: an alert of its kind and day, so that trouble that comes again tomorrow is
 * told again. Never throws: no turn fails because of it, and the log has it anyway.
 */
export async function alertOperators({ kind, facts }: ModelAlert): Promise<void> {
  try {
    await database('jobs').$transaction(async (tx) => {
      const [row] = await tx.$queryRaw<{ day: string }[]>`SELECT to_char(cs.now(), 'YYYY-MM-DD') AS day`;
      const alert = { kind: `model.${kind}`, subject: row?.day ?? 'today', facts };
      await raiseAlert(tx, alert, {
        audit: (inTx, entries) => recordAudit(null, inTx, entries),
        readers: await alertReaders(tx),
      });
    });
  } catch (error) {
    const { name, code } = reduceError(error);
    log.error('alert.not_raised', { errorName: name, errorCode: code });
  }
}

/** The same, waited for by nobody. */
export const tellOperators: RaiseModelAlert = (alert) => void alertOperators(alert);
