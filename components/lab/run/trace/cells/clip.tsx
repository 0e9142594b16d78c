import type { ReactNode } from 'react';

/** Something that may be very long: it scrolls by itself, also by keyboard, instead of pushing the other side away. */
export function Clip({ children }: { children: ReactNode }) {
  return (
    <div className="max-h-64 overflow-auto [overflow-wrap:anywhere]" tabIndex={0}>
      {children}
    </div>
  );
}
