import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { LocaleProvider } from '#components/bill/locale.tsx';
import { LabFrame } from '#components/lab/shell/lab-frame.tsx';
import { toAppError } from '#lib/kernel/errors.ts';
import { headerFacts, whoIsHere } from '../../signed-in.ts';
import { labViewer } from '../lab-viewer.ts';
import './lab.css';

export const metadata: Metadata = { title: { default: 'Attack lab', template: '%s · Attack lab' } };

/** The lab's own head. Pages lead visitors to where they can get in; this draws what all of them share. */
export default async function LabLayout({ children }: { children: ReactNode }) {
  const viewer = await labViewer().catch((error: unknown) => {
    if (toAppError(error).code === 'no_session') return null;
    throw error;
  });
  const here = viewer?.kind === 'trainer' ? await whoIsHere() : null;
  return (
    <LocaleProvider locale={here?.profile.locale ?? 'en-GB'}>
      <LabFrame who={viewer?.kind ?? 'nobody'} person={here && headerFacts(here)}>
        {children}
      </LabFrame>
    </LocaleProvider>
  );
}
