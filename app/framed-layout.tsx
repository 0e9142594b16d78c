import 'server-only';
import type { ReactNode } from 'react';
import { LocaleProvider } from '#components/bill/locale.tsx';
import { PageFrame } from '#components/shell/page-frame.tsx';
import { headerFacts, whoIsHere } from './signed-in.ts';

/** The head and one column around a page behind sign-in; a visitor's page then leads to sign-in by itself. */
export async function FramedLayout({ children }: { children: ReactNode }) {
  const here = await whoIsHere();
  if (!here) return children;
  return (
    <LocaleProvider locale={here.profile.locale}>
      <PageFrame person={headerFacts(here)}>{children}</PageFrame>
    </LocaleProvider>
  );
}
