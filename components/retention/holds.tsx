'use client';

import { Lock } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { Empty, Section, Sheet } from '#components/bill/section.tsx';
import { Button } from '#components/ui/button.tsx';
import { Modal } from '#components/ui/modal.tsx';
import type { Customer, Hold } from '#lib/contract/retention.ts';
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
  const router = useRouter();
  const opener = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <Section
      title="Legal holds"
      aside={
        mayChange && (
          <Button ref={opener} size="small" onClick={() => setOpen(true)}>
            <Lock aria-hidden /> Set a hold
          </Button>
        )
      }
    >
      {holds.length === 0 ? (
        <Empty title="Nothing is held">
          A hold keeps a person’s or a customer’s data from every deletion until two people release it.
        </Empty>
      ) : (
        <Sheet>
          <ul className="divide-line divide-y" aria-label="Legal holds">
            {holds.map((hold) => (
              <HoldRow key={hold.holdId} hold={hold} timeZone={timeZone} />
            ))}
          </ul>
        </Sheet>
      )}
      <Modal
        open={open}
        onOpenChange={setOpen}
        returnTo={opener}
        title="Set a legal hold"
        description="It protects at once. Another administrator has to confirm it within three days, or it lapses."
      >
        <HoldForm
          customers={customers}
          onCancel={() => setOpen(false)}
          onSet={() => {
            setOpen(false);
            router.refresh();
          }}
        />
      </Modal>
    </Section>
  );
}
