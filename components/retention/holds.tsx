'use client';

import { Lock } from 'lucide-react';
import type { Customer, Hold } from '#lib/contract/retention.ts';
import { ChangedList } from './changed-list.tsx';
import { HoldForm } from './hold-form.tsx';
import { HoldRow } from './hold-row.tsx';

type HoldsProps = {
  holds: readonly Hold[];
  customers: readonly Customer[];
  mayChange: boolean;
  timeZone: string;
};

/** What must stay whatever its time: who is held, how far it is, and the next step. */
export function Holds({ holds, customers, mayChange, timeZone }: HoldsProps) {
  const add = {
    label: (
      <>
        <Lock aria-hidden /> Set a hold
      </>
    ),
    title: 'Set a legal hold',
    description:
      'It protects at once. Another administrator has to confirm it within three days, or it lapses.',
    form: (props: { onCancel: () => void; onSet: () => void }) => (
      <HoldForm customers={customers} {...props} />
    ),
  };
  return (
    <ChangedList
      title="Legal holds"
      empty={{
        title: 'Nothing is held',
        text: 'A hold keeps a person’s or a customer’s data from every deletion until two people release it.',
      }}
      rows={holds.map((hold) => (
        <HoldRow key={hold.holdId} hold={hold} timeZone={timeZone} />
      ))}
      add={mayChange ? add : null}
    />
  );
}
