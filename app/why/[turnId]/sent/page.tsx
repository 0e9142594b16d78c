import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { When } from '#components/ui/when.tsx';
import { PrintButton } from '#components/bill/print-button.tsx';
import { Empty, PageHead } from '#components/bill/section.tsx';
import { SentRequests } from '#components/sent/sent-requests.tsx';
import { Button } from '#components/ui/button.tsx';
import { Link } from '#components/ui/link.tsx';
import { type Sent, sentSchema } from '#lib/contract/sent.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { readSent } from '#lib/stages/history/sent/read-sent.ts';
import { signedIn } from '../../../signed-in.ts';

export const metadata: Metadata = { title: 'What was sent to the model' };

/** What left for the model's provider in one of the viewer's turns, word for word. */
export default async function SentPage({ params }: { params: Promise<{ turnId: string }> }) {
  const { turnId } = await params;
  const { viewer, profile } = await signedIn(`/why/${turnId}/sent`);
  const sent = await readOwn(viewer, turnId);
  if (!sent) notFound();
  return (
    <>
      <PageHead
        title="What was sent to the model"
        actions={
          <>
            <Button size="small" asChild>
              <Link href={`/why/${turnId}`}>Why this answer?</Link>
            </Button>
            <PrintButton />
          </>
        }
      >
        Word for word, as it left on <When at={sent.askedAt} timeZone={profile.timeZone} />. An address such
        as email-1@vault.invalid stands for a personal detail, which the model did not get to see.
      </PageHead>
      <Requests sent={sent} />
    </>
  );
}

function Requests({ sent: { state, calls } }: { sent: Sent }) {
  if (state === 'not_asked')
    return <Empty title="Nothing was sent">No model was asked: you were told fixed words of ours.</Empty>;
  if (state === 'not_kept')
    return (
      <Empty title="Not kept any more">
        What was sent is removed together with what was looked up, before the answer itself.
      </Empty>
    );
  return <SentRequests calls={calls} />;
}

async function readOwn(viewer: Viewer, turnId: string): Promise<Sent | null> {
  try {
    return sentSchema.parse(await withViewer(viewer, (tx) => readSent(viewer, tx, turnId)));
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  }
}
