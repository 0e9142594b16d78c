import { EyeOff, type LucideIcon, ShieldAlert } from 'lucide-react';
import { Link } from '#components/ui/link.tsx';
import type { ReactNode } from 'react';
import type { StageEvent, ToolEvent } from '#lib/contract/chat.ts';
import { REASON } from '#lib/contract/reasons.ts';
import type { Stage } from '#lib/contract/stages.ts';

type Notes = { stages: readonly StageEvent[]; tools: readonly ToolEvent[] };

/** Numbers that the answer would have shown. */
const LEFT_OUT = [
  { reason: REASON.cardNumberLeftOut, what: 'a card number' },
  { reason: REASON.accountNumberLeftOut, what: 'an account number' },
  { reason: REASON.identityNumberLeftOut, what: 'an identity number' },
  { reason: REASON.phoneNumberLeftOut, what: 'a telephone number' },
  { reason: REASON.digitsLeftOut, what: 'a very long number' },
] as const;

/** What a person should know of what the guards did, one quiet chip each: never an alarm, and never what was typed. */
export function GuardNotes({ stages, tools }: Notes) {
  const has = (reason: string, stage: Stage = 'input-guard') =>
    stages.some((event) => event.stage === stage && event.reason === reason);
  return (
    <>
      {has(REASON.cardNumberRemoved) && (
        <Note reason={REASON.cardNumberRemoved} icon={EyeOff}>
          I removed the card number; please never type it here. Your payments are on{' '}
          <Link className="underline" href="/payments">
            the payments page
          </Link>
          .
        </Note>
      )}
      {has(REASON.secretRemoved) && (
        <Note reason={REASON.secretRemoved} icon={EyeOff}>
          I removed what looked like a password or a key; please never type one here.
        </Note>
      )}
      {has(REASON.detailsHidden) && (
        <Note reason={REASON.detailsHidden} icon={EyeOff}>
          Personal details in your message stayed hidden from the model.
        </Note>
      )}
      {LEFT_OUT.filter(({ reason }) => has(reason, 'output-guard')).map(({ reason, what }) => (
        <Note key={reason} reason={reason} icon={EyeOff}>
          I left {what} out of this answer: only yours and ours are shown here.
        </Note>
      ))}
      {has(REASON.flagged) && (
        <Note reason={REASON.flagged} icon={ShieldAlert}>
          Part of your message reads like orders to the assistant, so it changes nothing this time. To change
          something, just ask again in plain words.
        </Note>
      )}
      {has(REASON.flaggedData) && (
        <Note reason={REASON.flaggedData} icon={ShieldAlert}>
          {sourceOf(tools)} tried to give the assistant instructions; it was treated as data.
        </Note>
      )}
    </>
  );
}

function Note({ reason, icon: Icon, children }: { reason: string; icon: LucideIcon; children: ReactNode }) {
  return (
    <p
      className="border-line bg-surface text-quiet inline-flex w-fit items-center gap-2 rounded-2xl border px-3 py-1 text-[0.8125rem]"
      data-guard-note={reason}
    >
      <Icon className="text-warn size-3.5 shrink-0" aria-hidden />
      <span>{children}</span>
    </p>
  );
}

/** Where it stood, as far as the cards tell: a memo of a named invoice, or simply something on the bill. */
function sourceOf(tools: readonly ToolEvent[]): string {
  const numbers = tools.flatMap(({ card }) =>
    card?.type === 'invoice' && card.invoice.memo !== null ? [card.invoice.number] : [],
  );
  const [number, ...others] = new Set(numbers);
  return number && others.length === 0 ? `The memo of invoice ${number}` : 'Text on your bill';
}
