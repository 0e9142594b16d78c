'use client';

import { CircleCheck, CirclePause } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { Section, Sheet } from '#components/bill/section.tsx';
import { Button } from '#components/ui/button.tsx';
import { Modal } from '#components/ui/modal.tsx';
import type { Switch, SwitchScope } from '#lib/contract/switches.ts';
import { type Choices, PauseForm } from './pause-form.tsx';
import { ResumeForm } from './resume-form.tsx';
import { SwitchRow } from './switch-row.tsx';
import { subjectWords } from './switch-words.ts';

type KillSwitchProps = {
  switches: readonly Switch[];
  choices: Choices;
  mayChange: boolean;
  timeZone: string;
};
type Asking = { pause: SwitchScope } | { resume: Switch };

/** What is paused, since when and why; for administrators the two ways to change it. */
export function KillSwitch({ switches, choices, mayChange, timeZone }: KillSwitchProps) {
  const router = useRouter();
  const opener = useRef<HTMLElement>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const ask = (what: Asking, button: HTMLElement) => {
    opener.current = button;
    setAsking(what);
  };
  const done = () => {
    setAsking(null);
    router.refresh();
  };
  const resumed = asking && 'resume' in asking ? asking.resume : null;
  return (
    <Section
      title="Kill switch"
      aside={
        mayChange && (
          <Button size="small" onClick={(event) => ask({ pause: 'tenant' }, event.currentTarget)}>
            Pause a part
          </Button>
        )
      }
    >
      <Overall
        isPaused={switches.some(({ scope, paused }) => scope === 'global' && paused)}
        partsPaused={switches.filter(({ scope, paused }) => scope !== 'global' && paused).length}
        onPause={mayChange ? (button) => ask({ pause: 'global' }, button) : null}
      />
      {switches.length > 0 && (
        <Sheet className="mt-3">
          <ul className="divide-line divide-y" aria-label="Switches">
            {switches.map((one) => (
              <SwitchRow
                key={`${one.scope} ${one.subject}`}
                one={one}
                timeZone={timeZone}
                onResume={mayChange ? (button) => ask({ resume: one }, button) : null}
              />
            ))}
          </ul>
        </Sheet>
      )}
      <Modal
        open={asking !== null}
        onOpenChange={(open) => !open && setAsking(null)}
        returnTo={opener}
        title={resumed ? `Resume ${subjectWords(resumed.scope, resumed.label)}` : 'Pause'}
        description={
          resumed
            ? 'It takes a sign-in from the last ten minutes.'
            : 'It holds in every process within a second, also for answers that are being written.'
        }
      >
        {asking && 'pause' in asking && (
          <PauseForm scope={asking.pause} choices={choices} onCancel={() => setAsking(null)} onDone={done} />
        )}
        {resumed && <ResumeForm paused={resumed} onCancel={() => setAsking(null)} onDone={done} />}
      </Modal>
    </Section>
  );
}

type OverallProps = {
  isPaused: boolean;
  partsPaused: number;
  onPause: ((opener: HTMLElement) => void) | null;
};

/** How it stands as a whole, in one line. */
function Overall({ isPaused, partsPaused, onPause }: OverallProps) {
  const Icon = isPaused ? CirclePause : CircleCheck;
  const parts = partsPaused === 1 ? 'One part is paused.' : `${partsPaused} parts are paused.`;
  return (
    <Sheet className="flex flex-wrap items-center gap-x-4 gap-y-3 px-4 py-4 sm:px-5">
      <Icon className={isPaused ? 'text-bad size-7 shrink-0' : 'text-good size-7 shrink-0'} aria-hidden />
      <span className="grid min-w-0 grow basis-48">
        <span className="font-semibold">{isPaused ? 'Everything is paused' : 'The assistant runs'}</span>
        <span className="text-quiet text-sm">
          {isPaused && 'Nobody gets an answer, and nothing is decided. '}
          {partsPaused > 0 ? parts : !isPaused && 'No part of it is paused.'}
        </span>
      </span>
      {!isPaused && onPause && (
        <Button look="danger" onClick={(event) => onPause(event.currentTarget)}>
          Pause everything
        </Button>
      )}
    </Sheet>
  );
}
