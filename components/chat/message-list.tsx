'use client';

import { Fragment } from 'react';
import { CaseEntries } from '#components/cases/case-entries.tsx';
import { placeCases } from '#components/cases/place-cases.ts';
import type { OfferedApproval } from '#lib/contract/approvals.ts';
import type { SupportCase } from '#lib/contract/cases.ts';
import type { Message } from '#lib/contract/conversations.ts';
import { AnswerEnd } from './answer/answer-end.tsx';
import { Answer } from './answer/answer.tsx';
import { asMessages, before, type LiveTurn, waitingLine } from './live-turn.ts';
import { UserMessage } from './user-message.tsx';

type Send = (text: string, replaces?: string) => void;
type MessageListProps = {
  messages: readonly Message[];
  live: LiveTurn | null;
  /** What a person at the vendor was asked from here, and said. */
  cases: readonly SupportCase[];
  /** What to say while nothing more precise is known. */
  general: string;
  onSend: Send;
  onBranch: (messageId: string) => void;
};

const NO_OFFERS: readonly OfferedApproval[] = [];

/** Keys are places, not ids: so the stored answer takes over from the live one without being drawn anew. */
export function MessageList({ messages, live, cases, general, onSend, onBranch }: MessageListProps) {
  const rows = live ? [...before(live, messages), ...asMessages(live)] : messages;
  const places = placeCases(cases, rows);
  const busy = live !== null && live.finish === null;
  const end = rows.at(-1);
  const again = (question: Message | undefined) => {
    if (!question) return;
    if (question.id === '') onSend(question.text, live?.replaces);
    else onSend(question.text, question.id);
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {rows.map((message, index) => (
        <Fragment key={index}>
          <CaseEntries entries={places[index]} />
          {message.role === 'user' ? (
            <UserMessage
              text={message.text}
              messageId={message.id || null}
              branches={message.branches}
              busy={busy}
              onEdit={(text) => onSend(text, message.id)}
              onBranch={onBranch}
            />
          ) : (
            <Answer
              message={message}
              offers={message.id === '' && live ? live.approvals : NO_OFFERS}
              waiting={live && busy && message.id === '' ? waitingLine(live, general) : null}
              last={index === rows.length - 1}
              busy={busy}
              onAgain={() => again(rows[index - 1])}
              onSay={(text) => onSend(text)}
            />
          )}
        </Fragment>
      ))}
      {end?.role === 'user' && (
        <AnswerEnd finish={null} onAgain={() => again(end)} onGoOn={() => undefined} disabled={busy} />
      )}
      <CaseEntries entries={places[rows.length]} />
    </div>
  );
}
