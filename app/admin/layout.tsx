import type { ReactNode } from 'react';
import { LocaleProvider } from '#components/bill/locale.tsx';
import { PageFrame } from '#components/shell/page-frame.tsx';
import { headerFacts, whoIsHere } from '../signed-in.ts';

/** The frame of the workplaces of staff. Each page decides for itself who may see it. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const here = await whoIsHere();
  if (!here) return children;
  return (
    <LocaleProvider locale={here.profile.locale}>
      <PageFrame person={headerFacts(here)}>{children}</PageFrame>
    </LocaleProvider>
  );
}
