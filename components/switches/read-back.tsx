import type { ReactNode } from 'react';
import { classNames } from '#components/ui/class-names.ts';

/** What the second press will do, said when the first one was made. */
export function ReadBack({ shown, bad, children }: { shown: boolean; bad?: boolean; children: ReactNode }) {
  const tone = bad ? 'bg-bad-soft text-bad' : 'bg-warn-soft text-warn';
  return (
    <div role="status" className={shown ? classNames('rounded-xl px-3.5 py-2.5 text-sm', tone) : 'sr-only'}>
      {shown && children}
    </div>
  );
}
