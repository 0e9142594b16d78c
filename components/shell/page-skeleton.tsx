import { Loading, Skeleton } from '#components/ui/skeleton.tsx';

/** The outline of a page with a head and a list, while its figures are read. */
export function PageSkeleton() {
  return (
    <Loading what="this page">
      <Skeleton className="mb-3 h-9 w-48" />
      <Skeleton className="mb-8 h-5 w-80 max-w-full" />
      <div className="border-line bg-surface divide-line divide-y rounded-2xl border">
        {Array.from({ length: 6 }, (_, index) => (
          <div key={index} className="flex justify-between px-4 py-4">
            <div className="grid gap-2">
              <Skeleton className="h-4 w-36" />
              <Skeleton className="h-3 w-52" />
            </div>
            <Skeleton className="h-4 w-20" />
          </div>
        ))}
      </div>
    </Loading>
  );
}
