'use client';

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { onChange } from '#components/approvals/changes.ts';
import { getApprovals } from '#components/approvals/wire/requests.ts';

const Waiting = createContext(0);

/** Counts, once for the whole header, how many changes wait for this person; quietly none where that can't be read. */
export function WaitingProvider({ enabled, children }: { enabled: boolean; children: ReactNode }) {
  const [count, setCount] = useState(0);
  useEffect(() => {
    if (!enabled) return;
    let stopped = false;
    const read = async () => {
      const answered = await getApprovals({ status: 'pending' });
      if (answered.ok && !stopped) setCount(answered.value.approvals.length);
    };
    void read();
    const stop = onChange(null, () => void read());
    return () => {
      stopped = true;
      stop();
    };
  }, [enabled]);
  return <Waiting value={count}>{children}</Waiting>;
}

/** A small number beside "Approvals", only while something waits. */
export function WaitingCount() {
  const count = useContext(Waiting);
  if (count === 0) return null;
  return (
    <span className="bg-accent text-on-accent tabular ml-1.5 grid h-4.5 min-w-4.5 place-items-center rounded-full px-1 text-[0.6875rem] font-semibold">
      {count}
      <span className="sr-only"> waiting</span>
    </span>
  );
}
