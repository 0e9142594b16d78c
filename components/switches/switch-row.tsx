import { When } from '#components/ui/when.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import type { Switch } from '#lib/contract/switches.ts';
import { SCOPES, subjectWords } from './switch-words.ts';

type SwitchRowProps = {
  one: Switch;
  timeZone: string;
  onResume: ((opener: HTMLButtonElement) => void) | null;
};

/** One switch: what it is for, how it stands, since when, by whom and why. */
export function SwitchRow({ one, timeZone, onResume }: SwitchRowProps) {
  const { scope, label, paused, reason, changedAt, changedBy } = one;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3 sm:px-5">
      <span className="grid min-w-0 gap-1">
        <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <span className="font-medium [overflow-wrap:anywhere]">{label}</span>
          {scope !== 'global' && (
            <span className="text-quiet text-[0.8125rem]">{SCOPES[scope].label.replace('A ', '')}</span>
          )}
          <Badge tone={paused ? 'bad' : 'good'}>{paused ? 'Paused' : 'Runs again'}</Badge>
        </span>
        {reason !== '' && <span className="max-w-prose text-sm [overflow-wrap:anywhere]">{reason}</span>}
        <span className="text-quiet text-[0.8125rem]">
          Since <When at={changedAt} timeZone={timeZone} />, by {changedBy}
        </span>
      </span>
      {paused && onResume && (
        <Button
          size="small"
          onClick={(event) => onResume(event.currentTarget)}
          aria-label={`Resume ${subjectWords(scope, label)}`}
        >
          Resume
        </Button>
      )}
    </li>
  );
}
