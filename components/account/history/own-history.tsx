'use client';

import { useState } from 'react';
import { Section, Sheet } from '#components/bill/section.tsx';
import type { Keeping } from '#lib/contract/keeping.ts';
import { DeleteAll } from './delete-all.tsx';
import { KeepForm } from './keep-form.tsx';

/** A person's own chats: for how long they are kept, and the end of all of them. */
export function OwnHistory({ first }: { first: Keeping }) {
  const [keeping, setKeeping] = useState(first);
  return (
    <>
      <Section title="Delete my chats after">
        <Sheet>
          <KeepForm keeping={keeping} onKeeping={setKeeping} />
        </Sheet>
      </Section>
      <Section title="All my chats">
        <Sheet>
          <DeleteAll keeping={keeping} onKeeping={setKeeping} />
        </Sheet>
      </Section>
    </>
  );
}
