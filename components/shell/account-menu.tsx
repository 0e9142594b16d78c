'use client';

import { Check, CircleUser, Database, History, Info, KeyRound, LogOut, Mail, UserRound } from 'lucide-react';
import { Link } from '#components/ui/link.tsx';
import { signIn, signOut } from 'next-auth/react';
import { clearDrafts } from '#components/chat/draft.ts';
import { Button } from '#components/ui/button.tsx';
import {
  Menu,
  MenuContent,
  MenuItem,
  MenuLabel,
  MenuLine,
  MenuTrigger,
} from '#components/ui/dropdown-menu.tsx';

export type SwitchableAccount = { email: string; label: string; blurb: string };
type AccountMenuProps = {
  label: string;
  email: string;
  /** Empty unless this is a demonstration. */
  accounts: readonly SwitchableAccount[];
  /** Whether this role chats, and can ask a person at the vendor. */
  hasCases: boolean;
};

/** Who is signed in; in a demonstration also whom one could be instead. */
export function AccountMenu({ label, email, accounts, hasCases }: AccountMenuProps) {
  const leave = () => {
    clearDrafts();
    void signOut({ callbackUrl: '/sign-in' });
  };
  return (
    <Menu modal={false}>
      <MenuTrigger asChild>
        <Button look="ghost" className="px-2.5" aria-label={`Account: ${label}`}>
          <CircleUser className="!size-[1.125rem]" aria-hidden />
          <span className="hidden max-w-44 truncate sm:inline">{label}</span>
        </Button>
      </MenuTrigger>
      <MenuContent align="end" className="w-72">
        <MenuLabel>
          <span className="text-ink block text-sm font-medium">{label}</span>
          {email}
        </MenuLabel>
        {accounts.length > 0 && <Accounts accounts={accounts} email={email} />}
        <MenuLine />
        {hasCases && (
          <MenuItem asChild>
            <Link href="/cases">
              <UserRound aria-hidden /> Requests to a person
            </Link>
          </MenuItem>
        )}
        {accounts.length > 0 && (
          <MenuItem asChild>
            <Link href="/outbox">
              <Mail aria-hidden /> Outbox of the demonstration
            </Link>
          </MenuItem>
        )}
        {hasCases && (
          <MenuItem asChild>
            <Link href="/account/history">
              <History aria-hidden /> How long chats are kept
            </Link>
          </MenuItem>
        )}
        <MenuItem asChild>
          <Link href="/account/security">
            <KeyRound aria-hidden /> Security
          </Link>
        </MenuItem>
        <MenuItem asChild>
          <Link href="/account/privacy">
            <Database aria-hidden /> Your data
          </Link>
        </MenuItem>
        <MenuItem asChild>
          <Link href="/about">
            <Info aria-hidden /> About this assistant
          </Link>
        </MenuItem>
        <MenuItem onSelect={leave}>
          <LogOut aria-hidden /> Sign out
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}

/** Whom one could be instead, in a demonstration. */
function Accounts({ accounts, email }: Pick<AccountMenuProps, 'accounts' | 'email'>) {
  const become = (account: string) => {
    clearDrafts();
    void signIn('demo', { account, callbackUrl: '/' });
  };
  return (
    <>
      <MenuLine />
      <MenuLabel>Demonstration: look at this as …</MenuLabel>
      <div className="max-h-[50dvh] overflow-y-auto">
        {accounts.map((account) => (
          <MenuItem
            key={account.email}
            onSelect={() => become(account.email)}
            disabled={account.email === email}
          >
            <span className="min-w-0 grow">
              <span className="block">{account.label}</span>
              <span className="text-quiet block text-xs">{account.blurb}</span>
            </span>
            {account.email === email && <Check aria-label="this is you now" />}
          </MenuItem>
        ))}
      </div>
    </>
  );
}
