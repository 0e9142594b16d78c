import { ChevronLeft, ChevronRight, Pause, Play, Rows3, Sparkle } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import type { Walk } from './use-walk.ts';

type WalkBarProps = {
  walk: Walk;
  count: number;
  /** The place of the first difference, from 0; null where there is none. */
  difference: number | null;
};

/** Steps through what happened, again and again, without running anything anew. */
export function WalkBar({ walk, count, difference }: WalkBarProps) {
  if (count === 0) return null;
  const { at, isPlaying } = walk;
  return (
    <div
      role="toolbar"
      aria-label="Step through the trace"
      className="border-line bg-surface sticky bottom-4 z-20 mx-auto flex w-fit max-w-full flex-wrap items-center justify-center gap-1 rounded-2xl border p-1.5 shadow-lg print:hidden"
    >
      <Button
        look="ghost"
        size="icon"
        aria-label="Step back"
        disabled={at === 0}
        onClick={() => walk.step(-1)}
      >
        <ChevronLeft aria-hidden />
      </Button>
      <span className="tabular min-w-24 text-center text-sm" aria-live="polite">
        {at === null ? `${count} steps` : `Step ${at + 1} of ${count}`}
      </span>
      <Button
        look="ghost"
        size="icon"
        aria-label="Step on"
        disabled={at !== null && at >= count - 1}
        onClick={() => walk.step(1)}
      >
        <ChevronRight aria-hidden />
      </Button>
      <Button look="ghost" size="small" onClick={isPlaying ? walk.pause : walk.play}>
        {isPlaying ? <Pause aria-hidden /> : <Play aria-hidden />}
        {isPlaying ? 'Pause' : 'Replay'}
      </Button>
      {difference !== null && (
        <Button look="ghost" size="small" className="text-accent" onClick={() => walk.go(difference)}>
          <Sparkle aria-hidden /> First difference
        </Button>
      )}
      {at !== null && (
        <Button look="ghost" size="small" onClick={walk.leave}>
          <Rows3 aria-hidden /> All
        </Button>
      )}
      <span className="text-quiet hidden px-2 text-xs sm:inline" aria-hidden>
        <kbd className="font-sans">←</kbd> <kbd className="font-sans">→</kbd>
      </span>
    </div>
  );
}
