import type { Metadata } from 'next';
import { PageHead } from '#components/bill/section.tsx';
import { OwnCases } from '#components/cases/own-cases.tsx';
import { StaffLanding } from '#components/shell/staff-landing.tsx';
import { maySee } from '#lib/contract/roles.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { readOwnCases } from '#lib/stages/history/cases/read-own-cases.ts';
import { signedIn } from '../signed-in.ts';

export const metadata: Metadata = { title: 'Requests to a person' };

/** What the viewer asked a person, and the replies. */
export default async function CasesPage() {
  const { viewer, profile } = await signedIn('/cases');
  if (!maySee(viewer.role, 'chat')) return <StaffLanding role={viewer.role} />;
  const cases = await withViewer(viewer, (tx) => readOwnCases(viewer, tx));
  return (
    <>
      <PageHead title="Requests to a person">
        What you sent to a person, word for word, and what they replied. Nobody has read your conversations.
      </PageHead>
      <OwnCases cases={cases.toReversed()} timeZone={profile.timeZone} />
    </>
  );
}
