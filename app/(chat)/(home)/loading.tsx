import { Loading, Skeleton } from '#components/ui/skeleton.tsx';

export default function ChatLoading() {
  return (
    <Loading what="your conversation">
      <div className="mx-auto grid max-w-3xl gap-8 px-6 py-12">
        <Skeleton className="ml-auto h-11 w-2/3 rounded-2xl" />
        <div className="grid gap-3">
          <Skeleton className="h-4 w-full" />
          <Skeleton className="h-4 w-11/12" />
          <Skeleton className="h-4 w-3/5" />
          <Skeleton className="mt-2 h-48 w-full rounded-2xl" />
        </div>
      </div>
    </Loading>
  );
}
