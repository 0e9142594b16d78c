import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { PageHead } from '#components/bill/section.tsx';
import { Addresses } from '#components/switches/addresses.tsx';
import { KillSwitch } from '#components/switches/kill-switch.tsx';
import { withViewer } from '#lib/kernel/db.ts';
import { requestAddress } from '#lib/stages/identity/client-address.ts';
import { signedIn } from '../../signed-in.ts';
import { readSwitchPage } from './read-switches.ts';

export const metadata: Metadata = { title: 'Switches' };

/** What is paused and who is let in: administrators change it, auditors look. */
export default async function SwitchesPage() {
  const { viewer, profile } = await signedIn('/admin/switches');
  if (viewer.role !== 'admin' && viewer.role !== 'auditor') notFound();
  const { switches, rules, choices } = await withViewer(viewer, (tx) => readSwitchPage(viewer, tx));
  const shared = { mayChange: viewer.role === 'admin', timeZone: profile.timeZone };
  return (
    <>
      <PageHead title="Switches">
        What is paused, and from where the service may be used. Every change is in the audit log.
      </PageHead>
      <KillSwitch switches={switches} choices={choices} {...shared} />
      <Addresses rules={rules} yourAddress={requestAddress(await headers())} {...shared} />
    </>
  );
}
