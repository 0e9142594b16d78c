import type { ReactNode } from 'react';
import { classNames } from '#components/ui/class-names.ts';

/** A few named figures in a row: the balance, what is included, totals. */
export function Figures({ children, className }: { children: ReactNode; className?: string }) {
  return <dl className={classNames('flex flex-wrap gap-x-10 gap-y-5', className)}>{children}</dl>;
}

type FigureProps = { name: ReactNode; children: ReactNode; note?: ReactNode; large?: boolean };

export function Figure({ name, children, note, large }: FigureProps) {
  return (
    <div className="grid content-start gap-0.5">
      <dt className="text-quiet text-[0.8125rem]">{name}</dt>
      <dd
        className={classNames(
          'tabular font-semibold',
          large ? 'text-[1.75rem] leading-tight tracking-tight' : 'text-base',
        )}
      >
        {children}
      </dd>
      {note && <dd className="text-quiet text-[0.8125rem]">{note}</dd>}
    </div>
  );
}
