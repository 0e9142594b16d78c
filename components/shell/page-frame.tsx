import type { ReactNode } from 'react';
import { Header, type SignedInFacts } from './header.tsx';

/** The frame of the bill's own pages: one column, wide enough for a table. */
export function PageFrame({ person, children }: { person: SignedInFacts; children: ReactNode }) {
  return (
    <>
      <Header person={person} />
      <main
        id="main"
        className="mx-auto w-full max-w-4xl px-4 py-8 sm:px-6 sm:py-12 print:max-w-none print:p-0"
      >
        {children}
      </main>
    </>
  );
}
