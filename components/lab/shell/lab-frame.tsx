import type { ReactNode } from 'react';
import { AccountMenu } from '#components/shell/account-menu.tsx';
import { BrandMark } from '#components/shell/brand-mark.tsx';
import type { SignedInFacts } from '#components/shell/header.tsx';
import { ThemeToggle } from '#components/theme/theme-toggle.tsx';
import { Badge } from '#components/ui/badge.tsx';
import type { Who } from './lab-links.ts';
import { LabNav } from './lab-nav.tsx';
import { LargeType } from './large-type.tsx';

type LabFrameProps = {
  who: Who;
  /** The trainer's account; a player has none. */
  person: SignedInFacts | null;
  children: ReactNode;
};

/** The head of every page of the lab, and one wide column below it: two traces stand side by side in it. */
export function LabFrame({ who, person, children }: LabFrameProps) {
  return (
    <>
      <header className="bg-page/90 border-line sticky top-0 z-30 border-b backdrop-blur print:hidden">
        <a
          href="#main"
          className="bg-accent text-on-accent sr-only rounded-md px-3 py-2 focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50"
        >
          Skip to content
        </a>
        <div className="flex h-14 items-center gap-2 px-3 sm:px-5">
          <BrandMark />
          <Badge tone="accent">Attack lab</Badge>
          <LabNav who={who} className="ml-4 hidden min-w-0 overflow-x-auto lg:block" />
          <div className="ml-auto flex items-center gap-1">
            <LargeType />
            <ThemeToggle />
            {person && (
              <AccountMenu
                label={person.label}
                email={person.email}
                accounts={person.accounts}
                hasCases={false}
              />
            )}
          </div>
        </div>
        <LabNav who={who} className="border-line overflow-x-auto border-t px-2 py-1 lg:hidden" />
      </header>
      <main
        id="main"
        className="mx-auto w-full max-w-7xl px-4 py-8 sm:px-6 sm:py-10 print:max-w-none print:p-0"
      >
        {children}
      </main>
    </>
  );
}
