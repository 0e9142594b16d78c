import { PLANTS_FAULTS } from '#faults';
import { redirect } from 'next/navigation';
import { AiNotice } from '#components/chat/ai-notice.tsx';
import { ChatHome } from '#components/chat/chat-home.tsx';
import { Greeting } from '#components/chat/greeting.tsx';
import { StaffLanding } from '#components/shell/staff-landing.tsx';
import { interestingQuestions } from '#lib/billing/interesting-questions.ts';
import { billingReader } from '#lib/billing/reader.ts';
import { maySee } from '#lib/contract/roles.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { chooseModel } from '#lib/stages/model/choose-model.ts';
import { signedIn } from '../../signed-in.ts';

/** Longest question that `?ask=` may put into the composer, in characters. */
const ASK_MAX_CHARACTERS = 500;

export default async function HomePage({
  searchParams,
}: {
  searchParams: Promise<{ ask?: string | string[] }>;
}) {
  const { ask } = await searchParams;
  const question = typeof ask === 'string' ? ask.slice(0, ASK_MAX_CHARACTERS) : '';
  const { viewer, profile } = await signedIn(question ? `/?ask=${encodeURIComponent(question)}` : '/');
  if (PLANTS_FAULTS && viewer.role === 'trainer') redirect('/lab');
  if (!maySee(viewer.role, 'chat')) return <StaffLanding role={viewer.role} />;
  const { balance, plan, questions } = await withViewer(viewer, async (tx) => {
    const reader = billingReader(viewer, tx);
    return {
      balance: maySee(viewer.role, 'money') ? await reader.balance() : null,
      plan: await reader.plan(),
      questions: await interestingQuestions(viewer, tx),
    };
  });
  return (
    <ChatHome
      key={question}
      ask={question}
      questions={questions}
      opening={
        <>
          <Greeting tenantName={profile.tenantName} balance={balance} plan={plan} />
          <AiNotice scripted={chooseModel().scripted} />
        </>
      }
    />
  );
}
