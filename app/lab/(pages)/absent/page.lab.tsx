import type { Metadata } from 'next';
import { PageHead } from '#components/bill/section.tsx';
import { AbsentList } from '#components/lab/catalogue/absent-list.tsx';
import { readAbsent } from '../../lab-data.ts';
import { inLab } from '../../lab-viewer.ts';

export const metadata: Metadata = { title: 'What this application cannot have' };

/** Kinds of attack that have nothing to attack here: said, instead of staged. */
export default async function AbsentPage() {
  await inLab('/lab/absent');
  return (
    <>
      <PageHead title="What this application cannot have">
        Some kinds of attack need a part that is not here. A staged fake would teach the wrong thing, so these
        have a reason instead.
      </PageHead>
      <AbsentList absent={readAbsent()} />
    </>
  );
}
