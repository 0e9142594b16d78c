'use client';

import { CloudOff, Hourglass, LogIn, PauseCircle, RotateCw, TriangleAlert } from 'lucide-react';
import { Link } from '#components/ui/link.tsx';
import { useEffect, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { Problem } from '../wire/problem.ts';

const ICONS = {
  wait: Hourglass,
  paused: PauseCircle,
  offline: CloudOff,
  'signed-out': LogIn,
  gone: TriangleAlert,
  running: RotateCw,
  failed: TriangleAlert,
} as const satisfies Record<Problem['kind'], unknown>;

type ProblemNoticeProps = { problem: Problem; signInHref: string; onRetry: () => void; onOver: () => void };

/** Stands above the composer, which keeps what was typed. */
export function ProblemNotice({ problem, signInHref, onRetry, onOver }: ProblemNoticeProps) {
  const Icon = ICONS[problem.kind];
  return (
    <div
      role="alert"
      className="bg-warn-soft text-warn animate-rise mb-2 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-xl px-4 py-2.5 text-sm"
    >
      <Icon className="size-4 shrink-0" aria-hidden />
      <span className="grow basis-52">
        {problem.message}
        {problem.untilMs !== undefined && (
          <Countdown key={problem.untilMs} untilMs={problem.untilMs} onOver={onOver} />
        )}
      </span>
      {problem.kind === 'signed-out' && (
        <Button size="small" asChild className="text-ink">
          <Link href={signInHref} prefetch={false}>
            Sign in again
          </Link>
        </Button>
      )}
      {problem.retryable && problem.untilMs === undefined && (
        <Button size="small" onClick={onRetry} className="text-ink">
          Try again
        </Button>
      )}
    </div>
  );
}

/** Counts down and then lets the composer work again by itself. */
function Countdown({ untilMs, onOver }: { untilMs: number; onOver: () => void }) {
  const [leftS, setLeftS] = useState(() => secondsLeft(untilMs));
  // An alert whose words change is read out again: screen readers are told once, how long it is at first.
  const [firstS] = useState(leftS);
  useEffect(() => {
    const timer = setInterval(() => {
      const left = secondsLeft(untilMs);
      setLeftS(left);
      if (left === 0) onOver();
    }, 250);
    return () => clearInterval(timer);
  }, [untilMs, onOver]);
  return (
    <>
      {' '}
      <span className="sr-only">You can send again in {waitWords(firstS)}.</span>
      <span aria-hidden className="tabular font-medium">
        You can send again in {waitWords(leftS)}.
      </span>
    </>
  );
}

function secondsLeft(untilMs: number): number {
  return Math.max(0, Math.ceil((untilMs - Date.now()) / 1000));
}

/** Seconds as long as anybody would watch them, then minutes, then hours. */
function waitWords(seconds: number): string {
  if (seconds <= 180) return `${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes <= 120 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}
