'use client';

import { Link } from '#components/ui/link.tsx';
import { Empty, Sheet } from '#components/bill/section.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { caseNumber, type SupportCase } from '#lib/contract/cases.ts';
import { caseTitle, STATE_WORDS } from './case-words.ts';
import { OwnWords } from './own-words.tsx';
import { PersonMessage } from './person-message.tsx';
import { useSeen } from './use-seen.ts';
import { When } from '#components/ui/when.tsx';

/** Everything a person asked a person, newest first, with the replies; also those whose conversation is gone. */
export function OwnCases({ cases, timeZone }: { cases: readonly SupportCase[]; timeZone: string }) {
  useSeen(cases);
  if (cases.length === 0) {
    return (
      <Empty title="You have not asked a person yet">
        Below every chat stands “Talk to a person”. What you send and what they reply is kept here.{' '}
        <Button look="link" size="bare" asChild>
          <Link href="/">To the chat</Link>
        </Button>
      </Empty>
    );
  }
  return (
    <ul className="grid gap-4">
      {cases.map((one) => (
        <li key={one.caseId} id={one.caseId} className="scroll-mt-24 rounded-2xl">
          <Sheet className="grid gap-3 px-5 py-4">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <h2 className="font-semibold">{caseTitle(one)}</h2>
              <Badge tone={STATE_WORDS[one.state].tone}>{STATE_WORDS[one.state].label}</Badge>
              <span className="text-quiet text-[0.8125rem] sm:ml-auto">
                {caseNumber(one.caseId)} · <When at={one.createdAt} timeZone={timeZone} />
              </span>
            </div>
            <OwnWords one={one} />
            {one.texts
              .filter((text) => text.author === 'staff')
              .map((text) => (
                <PersonMessage key={text.id} caseId={one.caseId} text={text} timeZone={timeZone} />
              ))}
          </Sheet>
        </li>
      ))}
    </ul>
  );
}
