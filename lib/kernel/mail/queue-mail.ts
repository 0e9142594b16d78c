import 'server-only';
import type { Tx } from '../db.ts';
import { newId } from '../ids.ts';
import type { Viewer } from '../ports.ts';
import type { MailFacts, MailTemplate } from './policy.ts';
import { isPlainAddress } from './plain-address.ts';
import { writeMail } from './write-mail.ts';

export type Mail<T extends MailTemplate> = {
  /** One plain address. */
  to: string;
  template: T;
  facts: MailFacts[T];
  /** Whose account it concerns; without it the viewer's own. */
  personId?: string;
};

/**
 * Writes a mail into the outbox, in the caller's transaction: it is sent when that commits, and never otherwise. Belongs to
 * the tenant that the viewer acts in. Throws `RangeError` for a recipient that is not one plain address.
 */
export async function queueMail<T extends MailTemplate>(
  viewer: Viewer,
  tx: Tx,
  mail: Mail<T>,
): Promise<void> {
  if (!isPlainAddress(mail.to)) throw new RangeError('Not one plain mail address');
  await tx.outboxMail.createMany({
    data: [
      {
        id: newId(),
        tenantId: viewer.actingTenantId ?? viewer.homeTenantId,
        personId: mail.personId ?? viewer.personId,
        recipient: mail.to,
        template: mail.template,
        ...writeMail(mail.template, mail.facts),
      },
    ],
  });
}
