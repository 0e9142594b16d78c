import type { ReactNode } from 'react';
import { classNames } from '#components/ui/class-names.ts';

/** The head of a bill page: what it is, one sentence, and what one can do here. */
export function PageHead({
  title,
  children,
  actions,
}: {
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className="mb-8 flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <div className="grid gap-1.5">
        <h1 className="text-[1.75rem] leading-tight font-semibold">{title}</h1>
        {children && <div className="text-quiet max-w-prose">{children}</div>}
      </div>
      {actions && <div className="flex flex-wrap gap-2 print:hidden">{actions}</div>}
    </header>
  );
}

type SectionProps = {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
  id?: string;
};

export function Section({ title, aside, children, className, id }: SectionProps) {
  return (
    <section className={classNames('mb-10', className)} aria-label={title} id={id}>
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-3">
        <h2 className="text-lg font-semibold">{title}</h2>
        {aside && <div className="text-quiet text-sm">{aside}</div>}
      </div>
      {children}
    </section>
  );
}

/** A white sheet on the page's ground. */
export function Sheet({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div
      className={classNames(
        'bg-surface border-line overflow-hidden rounded-2xl border print:border-0',
        className,
      )}
    >
      {children}
    </div>
  );
}

/** Nothing here yet: says so, and what would appear. */
export function Empty({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Sheet className="border-dashed px-6 py-10 text-center">
      <p className="font-medium">{title}</p>
      <div className="text-quiet mx-auto mt-1 max-w-md text-sm">{children}</div>
    </Sheet>
  );
}
