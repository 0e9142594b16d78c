import type { Metadata } from 'next';
import { PageHead } from '#components/bill/section.tsx';
import { ControlRoom } from '#components/privacy/control-room.tsx';
import { Link } from '#components/ui/link.tsx';
import { withViewer } from '#lib/kernel/db.ts';
import { listReceipts } from '#lib/operations/privacy/erase/read-receipt.ts';
import { listExports } from '#lib/operations/privacy/export/read-export.ts';
import { listHoldings } from '#lib/operations/privacy/list-holdings.ts';
import { listConversations } from '#lib/stages/history/list-conversations.ts';
import { signInMethods } from '#lib/stages/identity/sign-in-methods.ts';
import { signedIn } from '../../signed-in.ts';

export const metadata: Metadata = { title: 'Your data' };

/** For every role: what is held about oneself, copies of it, and its erasure. */
export default async function PrivacyPage() {
  const { viewer } = await signedIn('/account/privacy');
  const held = await withViewer(viewer, async (tx) => ({
    holdings: await listHoldings(viewer, tx),
    copies: await listExports(viewer, tx),
    receipts: await listReceipts(viewer, tx),
    conversations: (await listConversations(viewer, tx)).conversations,
  }));
  return (
    <>
      <PageHead title="Your data">
        What we hold about you, and what you can do about it.{' '}
        <Link href="/about" className="text-accent underline underline-offset-4">
          About this assistant
        </Link>
      </PageHead>
      <ControlRoom {...held} demonstrates={signInMethods().demoAccounts.length > 0} />
    </>
  );
}
