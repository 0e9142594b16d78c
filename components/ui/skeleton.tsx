import { classNames } from './class-names.ts';

/** A quiet grey shape where something is about to stand. Say what is loading once, around the group. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={classNames('bg-sunken animate-breathe rounded-md', className)} />;
}

/** A group of skeletons that screen readers hear as one sentence. */
export function Loading({ what, children }: { what: string; children: React.ReactNode }) {
  return (
    <div role="status" aria-label={`Loading ${what}`}>
      {children}
    </div>
  );
}
