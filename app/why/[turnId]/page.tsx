import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PrintButton } from '#components/bill/print-button.tsx';
import { PageHead } from '#components/bill/section.tsx';
import { WholeAccount } from '#components/chat/answer/explanation/whole-account.tsx';
import { ContestHere } from '#components/cases/contest-here.tsx';
import { Button } from '#components/ui/button.tsx';
import { Link } from '#components/ui/link.tsx';
import { BRAND } from '#lib/contract/brand.ts';
import { type Explanation, explanationSchema } from '#lib/contract/explain.ts';
import { ERROR_TABLE } from '#lib/contract/errors.ts';
import { noteRefusal } from '#lib/commands/note-refusal.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { toAppError } from '#lib/kernel/errors.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { explainChanges } from '#lib/stages/approvals/explain-changes.ts';
import { explainTurn } from '#lib/stages/history/explain-turn.ts';
import { signedIn } from '../../signed-in.ts';

export const metadata: Metadata = { title: 'Why this answer?' };

/** What one of the viewer's answers rests on, as a page that can be printed. */
export default async function WhyPage({ params }: { params: Promise<{ turnId: string }> }) {
  const { turnId } = await params;
  const { viewer, profile } = await signedIn(`/why/${turnId}`);
  const explanation = await readOwn(viewer, turnId);
  if (!explanation) notFound();
  if (explanation === 'unreadable') return <Unreadable />;
  return (
    <>
      <PageHead
        title="Why this answer?"
        actions={
          <>
            <Button size="small" asChild>
              <Link href={`/c/${explanation.conversationId}`}>Back to the chat</Link>
            </Button>
            <Button size="small" asChild>
              <Link href={`/why/${turnId}/sent`}>What was sent to the model</Link>
            </Button>
            <PrintButton />
            <ContestHere turnId={turnId} />
          </>
        }
      >
        Everything that led to this answer, as it was recorded then. If you think it is wrong, a person at{' '}
        {BRAND.name} looks at it again.
      </PageHead>
      <WholeAccount explanation={explanation} timeZone={profile.timeZone} />
    </>
  );
}

function Unreadable() {
  return <PageHead title="Why this answer?">{ERROR_TABLE.unreadable.sentence}</PageHead>;
}

async function readOwn(viewer: Viewer, turnId: string): Promise<Explanation | 'unreadable' | null> {
  try {
    return await withViewer(viewer, async (tx) =>
      explanationSchema.parse({
        ...(await explainTurn(viewer, tx, turnId)),
        changes: await explainChanges(viewer, tx, turnId),
      }),
    );
  } catch (error) {
    const { code } = toAppError(error);
    if (code === 'not_found') return null;
    if (code !== 'unreadable') throw error;
    await noteRefusal(viewer, { code, route: 'explain', requestId: newId() });
    return code;
  }
}
