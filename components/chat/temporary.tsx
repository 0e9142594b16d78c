import { Hourglass } from 'lucide-react';
import { useId } from 'react';
import { classNames } from '#components/ui/class-names.ts';

/** What stands beside "Only you can read this chat". */
export function keptWords(temporary: boolean, days: number): string {
  if (temporary) return 'kept for an hour';
  return `deleted after ${days === 1 ? '1 day' : `${days} days`}`;
}

type SwitchProps = { on: boolean; onChange: (on: boolean) => void };

/** Above the composer until the first message: whether this chat shall leave nothing behind, and what that means once it is on. */
export function TemporarySwitch({ on, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div
      className={classNames(
        'mb-2 flex items-center gap-2.5 text-[0.8125rem]',
        on ? 'border-accent-line bg-accent-soft rounded-xl border px-3.5 py-2.5' : 'text-quiet px-1',
      )}
    >
      <Hourglass className={classNames('size-4 shrink-0', on && 'text-accent')} aria-hidden />
      <p className={classNames('min-w-0', on && 'grow')}>
        <span id={`${id}-name`} className="font-medium">
          Temporary chat
        </span>
        <span id={`${id}-what`} className={on ? undefined : 'sr-only'}>
          : never listed, searched or exported. The key to it is destroyed an hour after the last message.
        </span>
      </p>
      <button
        type="button"
        role="switch"
        aria-checked={on}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-what`}
        onClick={() => onChange(!on)}
        className={classNames(
          'inline-flex h-6 w-10.5 shrink-0 items-center rounded-full border transition-colors',
          on ? 'bg-accent border-accent' : 'bg-sunken border-line-strong',
        )}
      >
        <span
          aria-hidden
          className={classNames(
            'size-4 rounded-full transition-transform',
            on ? 'bg-on-accent translate-x-5' : 'bg-line-strong translate-x-1',
          )}
        />
      </button>
    </div>
  );
}

/** Above the messages of a temporary chat, for as long as it lasts. */
export function TemporaryBanner() {
  return (
    <p
      role="note"
      className="bg-accent-soft border-accent-line mb-5 flex items-start gap-2.5 rounded-xl border px-4 py-2.5 text-[0.8125rem]"
    >
      <Hourglass className="text-accent mt-0.5 size-4 shrink-0" aria-hidden />
      <span>
        <strong className="font-medium">Temporary chat.</strong> It is never listed, searched or exported.
        Until an hour after the last message this address leads back to it; then its key is destroyed, and
        nobody can read it any more, not even you.
      </span>
    </p>
  );
}
