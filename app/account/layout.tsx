import type { ReactNode } from 'react';
import { AccountNav } from '#components/account/account-nav.tsx';
import { maySee } from '#lib/contract/roles.ts';
import { FramedLayout } from '../framed-layout.tsx';
import { whoIsHere } from '../signed-in.ts';

export default async function AccountLayout({ children }: { children: ReactNode }) {
  const here = await whoIsHere();
  return (
    <FramedLayout>
      {here && <AccountNav chats={maySee(here.viewer.role, 'chat')} />}
      {children}
    </FramedLayout>
  );
}
