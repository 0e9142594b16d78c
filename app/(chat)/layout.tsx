import type { ReactNode } from 'react';
import { LocaleProvider } from '#components/bill/locale.tsx';
import { CasesProvider } from '#components/cases/cases-provider.tsx';
import { ChatFactsProvider } from '#components/chat/chat-facts.tsx';
import { HistoryProvider } from '#components/chat/history/history-provider.tsx';
import { ChatFrame } from '#components/shell/chat-frame.tsx';
import { PageFrame } from '#components/shell/page-frame.tsx';
import { maySee } from '#lib/contract/roles.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { organisationPeriodDays } from '#lib/stages/admission/organisation-period.ts';
import { listCases } from '#lib/stages/history/cases/list-cases.ts';
import { readKeeping } from '#lib/stages/history/keeping/read-keeping.ts';
import { listConversations } from '#lib/stages/history/list-conversations.ts';
import { chooseModel } from '#lib/stages/model/choose-model.ts';
import { headerFacts, whoIsHere } from '../signed-in.ts';

export default async function ChatLayout({ children }: { children: ReactNode }) {
  const here = await whoIsHere();
  if (!here) return children;
  const { viewer, profile } = here;
  const person = headerFacts(here);
  if (!maySee(viewer.role, 'chat')) return <PageFrame person={person}>{children}</PageFrame>;
  const { first, cases, keeping } = await withViewer(viewer, async (tx) => ({
    first: await listConversations(viewer, tx),
    cases: await listCases(viewer, tx),
    keeping: await readKeeping(viewer, tx, await organisationPeriodDays(viewer, tx)),
  }));
  const facts = {
    seesMoney: maySee(viewer.role, 'money'),
    scripted: chooseModel().scripted,
    timeZone: profile.timeZone,
    retentionDays: keeping.days ?? keeping.organisationDays,
  };
  return (
    <LocaleProvider locale={profile.locale}>
      <ChatFactsProvider facts={facts}>
        <CasesProvider first={cases} timeZone={profile.timeZone}>
          <HistoryProvider first={first}>
            <ChatFrame person={person} now={new Date().toISOString()} timeZone={profile.timeZone}>
              {children}
            </ChatFrame>
          </HistoryProvider>
        </CasesProvider>
      </ChatFactsProvider>
    </LocaleProvider>
  );
}
