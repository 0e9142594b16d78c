import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { OutboxList } from '#components/outbox/outbox-list.tsx';
import { withViewer } from '#lib/kernel/db.ts';
import { env } from '#lib/kernel/env.ts';
import { listMail } from '#lib/kernel/mail/list-mail.ts';
import { signedIn } from '../signed-in.ts';

export const metadata: Metadata = { title: 'Outbox' };

/** What would have been mailed, while this is a demonstration: only then, and only what concerns the viewer. */
export default async function OutboxPage() {
  const { viewer, profile } = await signedIn('/outbox');
  const { DEMO, SMTP_URL } = env();
  if (!DEMO) notFound();
  const mails = await withViewer(viewer, (tx) => listMail(viewer, tx));
  return <OutboxList mails={mails} timeZone={profile.timeZone} stays={SMTP_URL === ''} />;
}
