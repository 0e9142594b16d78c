import { ArrowUpRight } from 'lucide-react';
import { Link } from '#components/ui/link.tsx';
import type { ReactNode } from 'react';

type CardFrameProps = {
  title: ReactNode;
  href?: string;
  hrefLabel?: string;
  aside?: ReactNode;
  children: ReactNode;
};

/** The frame of everything the server fills from the ledger. A model's text can never draw one. */
export function CardFrame({ title, href, hrefLabel, aside, children }: CardFrameProps) {
  return (
    <section
      className="bg-surface border-line animate-rise overflow-hidden rounded-2xl border text-[0.875rem]"
      data-card
    >
      <header className="border-line flex min-h-11 items-center justify-between gap-3 border-b px-4 py-2">
        <h2 className="flex flex-wrap items-center gap-x-2.5 gap-y-1 font-semibold">{title}</h2>
        <span className="flex items-center gap-3">
          {aside}
          {href && (
            <Link
              href={href}
              className="text-accent inline-flex items-center gap-0.5 text-[0.8125rem] whitespace-nowrap underline-offset-4 hover:underline"
            >
              {hrefLabel ?? 'Open'} <ArrowUpRight className="size-3.5" aria-hidden />
            </Link>
          )}
        </span>
      </header>
      {children}
    </section>
  );
}

/** A part inside a card with its own small heading. */
export function CardPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="border-line not-first:border-t">
      <h3 className="text-quiet px-4 pt-3 text-[0.8125rem]">{title}</h3>
      {children}
    </div>
  );
}
