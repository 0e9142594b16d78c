'use client';

import { ShieldCheck } from 'lucide-react';
import { signOut } from 'next-auth/react';
import { useState } from 'react';
import { TroubleNote } from '#components/approvals/trouble-note.tsx';
import type { Answered } from '#components/approvals/wire/ask.ts';
import { type Trouble, type TroubleCode, troubleFrom } from '#components/approvals/wire/trouble.ts';
import { Day } from '#components/bill/day.tsx';
import { clearDrafts } from '#components/chat/draft.ts';
import { Button } from '#components/ui/button.tsx';
import type { Enrolment, FactorState } from '#lib/contract/factor.ts';
import { beginFactor, confirmFactor, getFactor, removeFactor } from '../wire/requests.ts';
import { CodeForm } from './code-form.tsx';
import { Enrol } from './enrol.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

/** A person's own second factor: setting it up, its recovery codes, and taking it away. */
export function SecondFactor({ first, demonstrates }: { first: FactorState; demonstrates: boolean }) {
  const [factor, setFactor] = useState(first);
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [busy, setBusy] = useState(false);

  const run = async <T,>(
    request: Promise<Answered<T>>,
    then: (value: T) => void,
    whenUnproven: TroubleCode = 'wrong-code',
  ) => {
    setBusy(true);
    setTrouble(null);
    const answered = await request;
    if (answered.ok) then(answered.value);
    else
      setTrouble(answered.trouble.code === 'step_up_required' ? troubleFrom(whenUnproven) : answered.trouble);
    const now = await getFactor();
    if (now.ok) setFactor(now.value);
    setBusy(false);
  };
  const begin = () => void run(beginFactor(), setEnrolment, 'stale-sign-in');
  const confirm = (code: string) =>
    void run(confirmFactor(code), ({ recoveryCodes }) => {
      setCodes(recoveryCodes);
      setEnrolment(null);
    });
  const remove = (code: string) => void run(removeFactor(code), () => setCodes(null));

  return (
    <div className="grid gap-5 px-5 py-5">
      {trouble && <TroubleNote trouble={trouble} />}
      {trouble?.code === 'stale-sign-in' && <SignInAgain />}
      {codes && <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />}
      {!codes && factor.state === 'confirmed' && (
        <Standing factor={factor} busy={busy} demonstrates={demonstrates} onRemove={remove} />
      )}
      {factor.state !== 'confirmed' && enrolment && (
        <Enrol enrolment={enrolment} busy={busy} demonstrates={demonstrates} onConfirm={confirm} />
      )}
      {factor.state !== 'confirmed' && !enrolment && (
        <>
          <p className="max-w-prose">
            With a second factor you prove with an authenticator app on your phone that it is you. Some
            decisions ask for it each time.
          </p>
          <Button look="primary" className="justify-self-start" aria-disabled={busy} onClick={begin}>
            Set up a second factor
          </Button>
        </>
      )}
    </div>
  );
}

/** Leaves and comes back here, through the sign-in that was asked for. */
function SignInAgain() {
  const again = () => {
    clearDrafts();
    void signOut({ callbackUrl: '/sign-in?next=/account/security' });
  };
  return (
    <Button look="primary" className="justify-self-start" onClick={again}>
      Sign in again
    </Button>
  );
}

type StandingProps = {
  factor: FactorState;
  busy: boolean;
  demonstrates: boolean;
  onRemove: (code: string) => void;
};

function Standing({ factor, busy, demonstrates, onRemove }: StandingProps) {
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 font-medium">
        <ShieldCheck className="text-good size-4.5" aria-hidden />
        Your second factor is set up
        {factor.confirmedAt && (
          <span className="text-quiet font-normal">
            since <Day value={factor.confirmedAt.slice(0, 10)} />
          </span>
        )}
      </p>
      <p className="text-quiet">
        {factor.recoveryCodesLeft === 1 ? '1 recovery code' : `${factor.recoveryCodesLeft} recovery codes`}{' '}
        left. Each replaces the app once. For new ones, remove the factor and set it up again.
      </p>
      <details>
        <summary className="text-quiet hover:text-ink w-fit cursor-pointer rounded-md text-sm">
          Remove it
        </summary>
        <div className="mt-3">
          <CodeForm
            label="A code from your app, or a recovery code"
            action="Remove the second factor"
            danger
            busy={busy}
            demonstrates={demonstrates}
            onSubmit={onRemove}
          />
        </div>
      </details>
    </>
  );
}
