'use client';

import { Check, Copy, Flag, RefreshCw, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useWayToPerson } from '#components/cases/way-to-person.tsx';
import { Button } from '#components/ui/button.tsx';
import { Hint } from '#components/ui/hint.tsx';

/** What the copy button says and shows, before a press and for a while after it. */
const COPY_STATES = {
  ready: { hint: 'Copy', label: 'Copy this answer', icon: <Copy aria-hidden />, shownMs: null },
  copied: { hint: 'Copied', label: 'Copied', icon: <Check aria-hidden />, shownMs: 1_600 },
  failed: {
    hint: 'Could not copy',
    label: 'Try to copy this answer again',
    icon: <TriangleAlert className="text-warn" aria-hidden />,
    shownMs: 6_000,
  },
} as const;

/** Copies an answer, and says whether that worked: a browser may forbid it. */
export function CopyButton({ text }: { text: string }) {
  const [state, setState] = useState<keyof typeof COPY_STATES>('ready');
  const { hint, label, icon, shownMs } = COPY_STATES[state];
  useEffect(() => {
    if (shownMs === null) return;
    const timer = setTimeout(() => setState('ready'), shownMs);
    return () => clearTimeout(timer);
  }, [shownMs]);
  const copy = async () => {
    try {
      // Absent on a page that was opened without https.
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('failed');
    }
  };
  return (
    <>
      <span role="status" className="bg-page text-warn self-center text-xs font-medium">
        {state === 'failed' && hint}
      </span>
      <Hint text={hint} side="bottom">
        <Button look="ghost" size="icon-small" onClick={() => void copy()} aria-label={label}>
          {icon}
        </Button>
      </Hint>
    </>
  );
}

export function RegenerateButton({ onPress, disabled }: { onPress: () => void; disabled: boolean }) {
  return (
    <Hint text="Answer again" side="bottom">
      <Button look="ghost" size="icon-small" onClick={onPress} disabled={disabled} aria-label="Answer again">
        <RefreshCw aria-hidden />
      </Button>
    </Hint>
  );
}

/** The way to object: a person reads it. Nothing where there is no turn to name. */
export function ContestButton({ turnId }: { turnId: string }) {
  const way = useWayToPerson();
  if (!way || turnId === '') return null;
  return (
    <Hint text="Contest this answer" side="bottom">
      <Button
        look="ghost"
        size="icon-small"
        onClick={() => way.contest(turnId)}
        aria-label="Contest this answer"
      >
        <Flag aria-hidden />
      </Button>
    </Hint>
  );
}
