'use client';

import type { ReactNode } from 'react';
import { AskProvider } from '#components/bill/ask.tsx';
import { CaseAnnouncer } from '#components/cases/case-announcer.tsx';
import { useConversationCases } from '#components/cases/use-conversation-cases.ts';
import { WayToPerson } from '#components/cases/way-to-person.tsx';
import { Button } from '#components/ui/button.tsx';
import type { Suggestion } from '#lib/contract/chat.ts';
import { Announcer } from './announcer.tsx';
import { useChatFacts } from './chat-facts.tsx';
import { Composer } from './composer/composer.tsx';
import { ProblemNotice } from './composer/problem-notice.tsx';
import { Gone } from './gone.tsx';
import { MessageList } from './message-list.tsx';
import { Questions } from './questions.tsx';
import { QuotaNote } from './quota/quota-note.tsx';
import { useQuota } from './quota/use-quota.ts';
import { Scroll } from './scroll.tsx';
import { keptWords, TemporaryBanner, TemporarySwitch } from './temporary.tsx';
import { useReach } from './use-reach.ts';
import { useChatScreen } from './use-chat-screen.ts';
import type { Start } from './use-stored.ts';

type ChatScreenProps = {
  start: Start;
  /** A question to begin with, from `?ask=`; never sent by itself. */
  ask?: string;
  /** Stands above everything until the first message: greeting and AI notice. */
  opening?: ReactNode;
  questions?: readonly Suggestion[];
};

const NO_QUESTIONS: readonly Suggestion[] = [];

/** One conversation: what was said, the composer, and every state between. */
export function ChatScreen({ start, ask = '', opening, questions = NO_QUESTIONS }: ChatScreenProps) {
  const facts = useChatFacts();
  const { chat, draft, field, say, submit, moveOn, temporary, setTemporary } = useChatScreen(start, ask);
  const cases = useConversationCases(chat.id, start.cases);
  const reach = useReach(start.reach, chat.messages, chat.showBranch);
  const quota = useQuota(`${chat.live?.finish ?? ''} ${chat.problem?.untilMs ?? ''}`);
  const isOver = quota?.kind === 'over';
  const empty = chat.messages.length === 0 && chat.live === null;
  const footer =
    chat.problem?.kind === 'gone' ? (
      <Gone hasDraft={draft.text.trim() !== ''} onFresh={moveOn} />
    ) : (
      <>
        {/* The note of a used-up allowance says until when one has to wait: not twice. */}
        {chat.problem && !(isOver && chat.problem.kind === 'wait') && (
          <ProblemNotice
            problem={chat.problem}
            signInHref={`/sign-in?next=${chat.id.current ? `/c/${chat.id.current}` : '/'}`}
            onRetry={chat.retry}
            onOver={chat.dismiss}
          />
        )}
        {quota && <QuotaNote quota={quota} />}
        {empty && <TemporarySwitch on={temporary} onChange={setTemporary} />}
        <Composer
          text={draft.text}
          onText={draft.change}
          onSend={submit}
          onStop={chat.stop}
          streaming={chat.streaming}
          held={isOver || chat.problem?.kind === 'wait'}
          kept={keptWords(temporary, facts.retentionDays)}
          field={field}
        />
      </>
    );
  return (
    <AskProvider ask={draft.fill}>
      <WayToPerson conversationId={chat.id} messages={chat.messages} live={chat.live}>
        <Scroll footer={footer} empty={empty} following={chat.streaming} reach={reach}>
          {empty ? (
            <div className="grid gap-8 py-6 sm:py-12">
              {opening}
              <Questions items={questions} onPick={say} />
            </div>
          ) : (
            <>
              <h1 className="sr-only">Conversation</h1>
              {temporary && <TemporaryBanner />}
              {chat.hasOlder && (
                <Button
                  look="ghost"
                  size="small"
                  className="mx-auto mb-4 flex"
                  onClick={() => void chat.loadOlder()}
                >
                  Show earlier messages
                </Button>
              )}
              <MessageList
                messages={chat.messages}
                live={chat.live}
                cases={cases}
                general={facts.seesMoney ? 'Looking at your invoices…' : 'Looking at your plan and usage…'}
                onSend={say}
                onBranch={chat.showBranch}
              />
            </>
          )}
        </Scroll>
        <Announcer live={chat.live} />
        <CaseAnnouncer cases={cases} />
      </WayToPerson>
    </AskProvider>
  );
}
