import 'server-only';
import type { OutboxItem } from '#lib/contract/outbox.ts';
import type { Tx } from '../db.ts';
import type { Viewer } from '../ports.ts';

/** The newest mails of the viewer's own tenant that concern the viewer. */
export async function listMail(viewer: Viewer, tx: Tx): Promise<OutboxItem[]> {
  const rows = await tx.outboxMail.findMany({
    where: { personId: viewer.personId },
    select: { id: true, recipient: true, subject: true, body: true, createdAt: true, sentAt: true },
    orderBy: { createdAt: 'desc' },
    take: 50,
  });
  return rows.map(({ createdAt, sentAt, ...mail }) => ({
    ...mail,
    createdAt: createdAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
  }));
}
