import { Hourglass } from 'lucide-react';
import { useId } from 'react';
import { classNames } from '#components/ui/class-names.ts';

/** What stands beside "Only you can read this chat". */
export function keptWords(temporary: boolean, days: number): string {
  if (temporary) return 'gone an hour after the last message';
  return `deleted after ${days === 1 ? '1 day' : `${days} days`}`;
}

type SwitchProps = { on: boolean; onChange: (on: boolean) => void };

/** Before the first message: whether this chat shall leave nothing behind. */
export function TemporarySwitch({ on, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div
      className={classNames(
        'flex items-start gap-3 rounded-xl border px-4 py-3 text-[0.8125rem] transition-colors',
        on ? 'border-accent-line bg-accent-soft' : 'border-line',
      )}
    >
      <Hourglass
        className={classNames('mt-0.5 size-4 shrink-0', on ? 'text-accent' : 'text-quiet')}
        aria-hidden
      />
      <div className="min-w-0 grow">
        <p id={`${id}-name`} className="text-ink font-medium">
          Temporary chat
        </p>
        <p id={`${id}-what`} className="text-quiet">
          Never listed, searched or exported. The key to it is destroyed an hour after the last message.
        </p>
      </div>
      <button
        type="button"
        role="switch"
        aria-checked={on}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-what`}
        onClick={() => onChange(!on)}
        className={classNames(
          'relative mt-0.5 inline-flex h-6 w-10.5 shrink-0 items-center rounded-full border transition-colors',
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
      className="bg-accent-soft border-accent-line mb-2 flex items-start gap-2.5 rounded-xl border px-4 py-2.5 text-[0.8125rem]"
    >
      <Hourglass className="text-accent mt-0.5 size-4 shrink-0" aria-hidden />
      <span>
        <strong className="font-medium">Temporary chat.</strong> It is never listed, searched or exported.
        Until an hour after the last message this address leads back to it; then its key is destroyed, and
        nobody can read it any more, you neither.
      </span>
    </p>
  );
}
