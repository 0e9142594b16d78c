import type { ReactNode } from 'react';
import { ThemeToggle } from '#components/theme/theme-toggle.tsx';
import { maySee, type Role } from '#lib/contract/roles.ts';
import { AccountMenu, type SwitchableAccount } from './account-menu.tsx';
import { BrandMark } from './brand-mark.tsx';
import { MainNav } from './main-nav.tsx';
import { WaitingProvider } from './waiting-count.tsx';

export type SignedInFacts = {
  role: Role;
  label: string;
  email: string;
  accounts: readonly SwitchableAccount[];
};

/** The same head on every page behind sign-in. `leading` is the chat's button for its history on phones. */
export function Header({ person, leading }: { person: SignedInFacts; leading?: ReactNode }) {
  return (
    <WaitingProvider enabled={maySee(person.role, 'money')}>
      <header className="bg-page/90 border-line sticky top-0 z-30 border-b backdrop-blur print:hidden">
        <a
          href="#main"
          className="bg-accent text-on-accent sr-only rounded-md px-3 py-2 focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50"
        >
          Skip to content
        </a>
        <div className="flex h-14 items-center gap-2 px-3 sm:px-5">
          {leading}
          <BrandMark />
          <MainNav role={person.role} className="ml-6 hidden md:block" />
          <div className="ml-auto flex items-center gap-1">
            <ThemeToggle />
            <AccountMenu
              label={person.label}
              email={person.email}
              accounts={person.accounts}
              hasCases={maySee(person.role, 'chat')}
            />
          </div>
        </div>
        <MainNav role={person.role} className="border-line overflow-x-auto border-t px-2 py-1 md:hidden" />
      </header>
    </WaitingProvider>
  );
}
