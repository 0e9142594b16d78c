import { Button } from '#components/ui/button.tsx';
import { Loading, Skeleton } from '#components/ui/skeleton.tsx';
import { TroubleNote } from './trouble-note.tsx';
import { Visible } from './visible.tsx';
import type { Trouble } from './wire/trouble.ts';

type CardSkeletonProps = {
  title: string;
  titleId: string;
  trouble: Trouble | null;
  gone: boolean;
  onAgain: () => void;
};

/** A card whose state is still being read, or could not be: it says what it is about and offers nothing to press. */
export function CardSkeleton({ title, titleId, trouble, gone, onAgain }: CardSkeletonProps) {
  return (
    <>
      <h2 id={titleId} className="text-lg leading-snug font-semibold">
        <Visible text={title} />
      </h2>
      {trouble ? (
        <TroubleNote trouble={trouble} />
      ) : (
        <Loading what="this change">
          <div className="grid gap-3">
            <Skeleton className="h-4 w-56 max-w-full" />
            <Skeleton className="h-4 w-40" />
            <Skeleton className="mt-2 h-10 w-52" />
          </div>
        </Loading>
      )}
      {trouble && !gone && (
        <Button size="small" className="justify-self-start" onClick={onAgain}>
          Try again
        </Button>
      )}
    </>
  );
}
