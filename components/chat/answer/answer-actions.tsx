'use client';

import { Check, Copy, Flag, RefreshCw } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useWayToPerson } from '#components/cases/way-to-person.tsx';
import { Button } from '#components/ui/button.tsx';
import { Hint } from '#components/ui/hint.tsx';

const SHOWN_MS = 1_600;

export function CopyButton({ text }: { text: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <Hint text={copied ? 'Copied' : 'Copy'} side="bottom">
      <Button
        look="ghost"
        size="icon-small"
        onClick={copy}
        aria-label={copied ? 'Copied' : 'Copy this answer'}
      >
        {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
      </Button>
    </Hint>
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
