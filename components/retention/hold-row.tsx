'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { When } from '#components/ui/when.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/dialog.tsx';
import type { Hold, HoldMove } from '#lib/contract/retention.ts';
import { HOLD_STATES, HOLD_STEPS } from './hold-words.ts';
import { postHoldMove } from './requests.ts';

/** One hold, and the steps its reader may take. */
export function HoldRow({ hold, timeZone }: { hold: Hold; timeZone: string }) {
  const router = useRouter();
  const [asking, setAsking] = useState<HoldMove | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const state = HOLD_STATES[hold.state];
  const whom = hold.person ?? `Everyone of ${hold.customer}`;
  const take = async (move: HoldMove) => {
    setProblem(null);
    const answered = await postHoldMove(hold.holdId, move);
    if (!answered.ok) setProblem(answered.problem.message);
    router.refresh();
  };
  return (
    <li className="grid gap-2 px-4 py-3 sm:px-5">
      <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <span className="font-medium [overflow-wrap:anywhere]">{whom}</span>
        <Badge tone={state.tone}>{state.label}</Badge>
      </span>
      <span className="text-quiet text-[0.8125rem]">
        {hold.person && `${hold.customer} · `}set by {hold.setBy} <When at={hold.setAt} timeZone={timeZone} />
        {hold.confirmedBy && ` · confirmed by ${hold.confirmedBy}`}
        {hold.state === 'proposed' && (
          <>
            {' '}
            · lapses <When at={hold.lapsesAt} timeZone={timeZone} />
          </>
        )}
        {hold.releaseAskedBy && ` · release asked for by ${hold.releaseAskedBy}`}
        {hold.endedAt && (
          <>
            {' '}
            · ended <When at={hold.endedAt} timeZone={timeZone} />
          </>
        )}
      </span>
      {hold.reason && <p className="max-w-prose text-sm [overflow-wrap:anywhere]">{hold.reason}</p>}
      {problem && (
        <p role="alert" className="text-bad text-[0.8125rem]">
          {problem}
        </p>
      )}
      {hold.moves.length > 0 && (
        <span className="flex flex-wrap gap-2">
          {hold.moves.map((move) => (
            <Button
              key={move}
              size="small"
              look={move === 'confirm' || move === 'release' ? 'primary' : 'outline'}
              onClick={() => setAsking(move)}
              aria-label={`${HOLD_STEPS[move].label}: ${whom}`}
            >
              {HOLD_STEPS[move].label}
            </Button>
          ))}
        </span>
      )}
      {asking && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setAsking(null)}
          title={HOLD_STEPS[asking].title}
          confirm={HOLD_STEPS[asking].label}
          onConfirm={() => void take(asking)}
        >
          {HOLD_STEPS[asking].text}
        </ConfirmDialog>
      )}
    </li>
  );
}
