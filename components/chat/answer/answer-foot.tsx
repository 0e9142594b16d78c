'use client';

import type { Message } from '#lib/contract/conversations.ts';
import { ContestButton, CopyButton, RegenerateButton } from './answer-actions.tsx';
import { FeedbackButtons, FeedbackWords } from './feedback.tsx';
import { Receipt } from './receipt.tsx';
import { useFeedback } from './use-feedback.ts';

type AnswerFootProps = { message: Message; busy: boolean; onAgain: () => void };

/** Below an answer: what it rests on, and what a person can do with it. */
export function AnswerFoot({ message, busy, onAgain }: AnswerFootProps) {
  const feedback = useFeedback(message.id, message.feedback);
  return (
    <div className="relative">
      <Receipt message={message} />
      <div className="-ml-2 flex sm:absolute sm:top-0 sm:right-0 sm:-mr-2 sm:ml-0 print:hidden">
        {message.text !== '' && <CopyButton text={message.text} />}
        <RegenerateButton onPress={onAgain} disabled={busy} />
        {message.id !== '' && <FeedbackButtons feedback={feedback} />}
        <ContestButton turnId={message.turnId} />
      </div>
      <FeedbackWords feedback={feedback} />
    </div>
  );
}
