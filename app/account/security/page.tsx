import type { Metadata } from 'next';
import { SecondFactor } from '#components/account/security/second-factor.tsx';
import { PageHead, Section, Sheet } from '#components/bill/section.tsx';
import { withViewer } from '#lib/kernel/db.ts';
import { readFactor } from '#lib/stages/identity/second-factor/read-factor.ts';
import { signInMethods } from '#lib/stages/identity/sign-in-methods.ts';
import { signedIn } from '../../signed-in.ts';

export const metadata: Metadata = { title: 'Security' };

/** For every role: a person's own second factor. Its secret is never read here. */
export default async function SecurityPage() {
  const { viewer } = await signedIn('/account/security');
  const factor = await withViewer(viewer, (tx) => readFactor(viewer, tx));
  return (
    <>
      <PageHead title="Security">How you prove that it is you.</PageHead>
      <Section title="Second factor">
        <Sheet>
          <SecondFactor first={factor} demonstrates={signInMethods().demoAccounts.length > 0} />
        </Sheet>
      </Section>
    </>
  );
}
