import 'server-only';
import type { ReactNode } from 'react';
import { MoneyIsWithOwner } from '#components/bill/money-only.tsx';
import { StaffLanding } from '#components/shell/staff-landing.tsx';
import { billingReader } from '#lib/billing/reader.ts';
import { type Area, maySee } from '#lib/contract/roles.ts';
import { withViewer } from '#lib/kernel/db.ts';
import type { BillingReader } from '#lib/kernel/ports.ts';
import { signedIn } from '../signed-in.ts';

type BillPage<T> = {
  path: string;
  area: Area;
  /** What the page shows, for the sentence that sends members to their owner: "Invoices". */
  what: string;
  read: (reader: BillingReader) => Promise<T>;
  show: (data: T) => ReactNode;
};

/** Reads one page of the bill as the viewer, or says politely whose it is. */
export async function readBill<T>({ path, area, what, read, show }: BillPage<T>): Promise<ReactNode> {
  const { viewer } = await signedIn(path);
  if (!maySee(viewer.role, 'chat')) return <StaffLanding role={viewer.role} />;
  if (!maySee(viewer.role, area)) return <MoneyIsWithOwner what={what} />;
  return show(await withViewer(viewer, (tx) => read(billingReader(viewer, tx))));
}
