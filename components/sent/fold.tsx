import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';

/** Something that is there for whoever wants to see it. */
export function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="group">
      <summary className="text-quiet hover:text-ink flex cursor-pointer list-none items-center gap-1.5 text-sm [&::-webkit-details-marker]:hidden">
        <ChevronRight className="size-4 shrink-0 transition-transform group-open:rotate-90" aria-hidden />
        {title}
      </summary>
      <div className="mt-2.5 grid grid-cols-[minmax(0,1fr)] gap-2">{children}</div>
    </details>
  );
}
