'use client';

import { ApprovalCard } from '#components/approvals/approval-card.tsx';
import { AnswerText } from '#components/chat/markdown/answer-text.tsx';
import { CardView } from '#components/cards/card-view.tsx';
import type { OfferedApproval } from '#lib/contract/approvals.ts';
import type { Message } from '#lib/contract/conversations.ts';
import { AnswerEnd } from './answer-end.tsx';
import { AnswerFoot } from './answer-foot.tsx';
import { GuardNotes } from './guard-notes.tsx';
import { Suggestions } from './suggestions.tsx';

export type AnswerProps = {
  message: Message;
  /** Cards as they arrived with a live answer; a stored answer's cards read themselves. */
  offers: readonly OfferedApproval[];
  /** What to say while nothing is written yet; null once the answer has ended. */
  waiting: string | null;
  last: boolean;
  busy: boolean;
  onAgain: () => void;
  onSay: (text: string) => void;
};

/** What a press on "Continue" sends. */
const GO_ON = 'Please continue.';

/**
 * One answer: the assistant's words, cards from the ledger, changes to decide, and the quiet line that accounts for all.
 * Cards wait for the words to end, so that nothing moves under the eyes that read.
 */
export function Answer({ message, offers, waiting, last, busy, onAgain, onSay }: AnswerProps) {
  const cards = message.tools.filter((tool) => tool.card && tool.status === 'done');
  const ended = waiting === null;
  return (
    <article
      className="grid min-w-0 scroll-mt-4 gap-3"
      aria-label="Assistant"
      data-message={message.id || undefined}
    >
      {message.text !== '' && (
        <div className="max-w-prose text-[0.9375rem] leading-relaxed">
          <AnswerText text={message.text} claims={message.claims} />
        </div>
      )}
      <GuardNotes stages={message.stages} tools={message.tools} />
      {!ended && <Waiting line={waiting} quiet={message.text !== ''} />}
      {ended && (
        <>
          {cards.map((tool) => tool.card && <CardView key={tool.callId} card={tool.card} />)}
          {message.approvals.map(({ approvalId, title }) => (
            <ApprovalCard
              key={approvalId}
              approvalId={approvalId}
              title={title}
              first={offers.find((offer) => offer.approvalId === approvalId)}
            />
          ))}
          <AnswerEnd finish={message.finish} onAgain={onAgain} onGoOn={() => onSay(GO_ON)} disabled={busy} />
          <AnswerFoot message={message} busy={busy} onAgain={onAgain} />
          {last && <Suggestions items={message.suggestions} onPick={onSay} />}
        </>
      )}
    </article>
  );
}

/** Moves gently until the first words come; afterwards only a small mark stays at the end. */
function Waiting({ line, quiet }: { line: string; quiet: boolean }) {
  return (
    <p className="text-quiet flex items-center gap-2.5 text-[0.9375rem]" data-waiting>
      <span className="bg-accent animate-breathe size-2 rounded-full" aria-hidden />
      {quiet ? <span className="sr-only">{line}</span> : line}
    </p>
  );
}
