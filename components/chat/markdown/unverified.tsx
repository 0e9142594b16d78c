'use client';

import { type ReactNode, useId } from 'react';

const WHY = 'Not found in what was looked up. Please check it on the cards or on your bill.';

/** A figure that equals nothing that was looked up: marked for eyes, keyboard and screen readers alike. */
export function Unverified({ children }: { children?: ReactNode }) {
  const id = useId();
  return (
    <span className="group/unverified relative inline-block" data-unverified>
      <mark
        className="decoration-warn bg-warn-soft text-ink cursor-help rounded-sm px-0.5 underline decoration-dotted underline-offset-4"
        tabIndex={0}
        aria-describedby={id}
        title={WHY}
      >
        {children}
      </mark>
      <sup className="text-warn ml-0.5 text-[0.65rem] select-none" aria-hidden>
        not checked
      </sup>
      <span id={id} className="sr-only">
        {WHY}
      </span>
    </span>
  );
}
