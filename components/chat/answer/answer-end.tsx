import { CircleSlash, Ruler, ShieldHalf, TriangleAlert } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import type { Finish } from '#lib/contract/chat.ts';

type End = { Icon: LucideIcon; words: string; again: string | null; goOn: boolean };

/** How an answer may end other than by being complete. `null` is one whose end never arrived. */
const ENDS = {
  aborted: { Icon: CircleSlash, words: 'This answer was stopped.', again: 'Answer again', goOn: true },
  length: { Icon: Ruler, words: 'This answer reached its longest length.', again: null, goOn: true },
  error: {
    Icon: TriangleAlert,
    words: 'The assistant could not finish this answer. Your message is kept.',
    again: 'Try again',
    goOn: false,
  },
  blocked: {
    Icon: ShieldHalf,
    words: 'This was outside what the assistant may do, so it was not answered further.',
    again: null,
    goOn: false,
  },
  lost: { Icon: TriangleAlert, words: 'This answer was interrupted', again: 'Try again', goOn: false },
} as const satisfies Record<Exclude<Finish, 'stop'> | 'lost', End>;

type AnswerEndProps = { finish: Finish | null; onAgain: () => void; onGoOn: () => void; disabled: boolean };

/** Says why an answer ends where it does and offers the way on. Nothing for a complete one. */
export function AnswerEnd({ finish, onAgain, onGoOn, disabled }: AnswerEndProps) {
  if (finish === 'stop') return null;
  const { Icon, words, again, goOn } = ENDS[finish ?? 'lost'];
  return (
    <div className="border-line text-quiet flex flex-wrap items-center gap-x-3 gap-y-2 rounded-xl border px-3.5 py-2 text-[0.8125rem]">
      <span className="flex grow basis-56 items-center gap-3">
        <Icon className="size-4 shrink-0" aria-hidden />
        <span>{words}</span>
      </span>
      {(goOn || again) && (
        <span className="flex gap-2">
          {goOn && (
            <Button size="small" onClick={onGoOn} disabled={disabled}>
              Continue
            </Button>
          )}
          {again && (
            <Button size="small" onClick={onAgain} disabled={disabled}>
              {again}
            </Button>
          )}
        </span>
      )}
    </div>
  );
}
