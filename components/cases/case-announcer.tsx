'use client';

import { useEffect, useRef, useState } from 'react';
import { BRAND } from '#lib/contract/brand.ts';
import type { SupportCase } from '#lib/contract/cases.ts';

/** Tells screen readers, once, when a person's reply arrives while the chat is open. */
export function CaseAnnouncer({ cases }: { cases: readonly SupportCase[] }) {
  const replies = cases.flatMap((one) => one.texts.filter((text) => text.author === 'staff'));
  const newest = replies.toSorted((one, other) => one.createdAt.localeCompare(other.createdAt)).at(-1);
  const known = useRef(newest?.id);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (!newest || known.current === newest.id) return;
    known.current = newest.id;
    setSaid(`A person at ${BRAND.name} replied: ${newest.text}`);
  }, [newest]);
  return (
    <div className="sr-only" role="status" aria-live="polite">
      {said}
    </div>
  );
}
