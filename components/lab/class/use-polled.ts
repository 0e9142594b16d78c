'use client';

import { useEffect, useState } from 'react';
import type { z } from 'zod';
import { read } from '#components/chat/wire/requests.ts';

const EVERY_MS = 2_000;

/** What was read last, and whether the newest try failed: an old state is still worth showing. */
export type Polled<T> = { value: T | null; problem: string | null };

/** Reads something every two seconds while the page can be seen. `first`: what the page came with. */
export function usePolled<Schema extends z.ZodType>(
  schema: Schema,
  url: string,
  first: z.output<Schema> | null = null,
) {
  const [polled, setPolled] = useState<Polled<z.output<Schema>>>({ value: first, problem: null });
  useEffect(() => {
    const left = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const next = async () => {
      if (!document.hidden) {
        const answered = await read(schema, url, { signal: left.signal }).catch(() => null);
        if (left.signal.aborted) return;
        if (answered?.ok) setPolled({ value: answered.value, problem: null });
        else if (answered) setPolled(({ value }) => ({ value, problem: answered.problem.message }));
      }
      timer = setTimeout(() => void next(), EVERY_MS);
    };
    void next();
    return () => {
      left.abort();
      clearTimeout(timer);
    };
  }, [schema, url]);
  const set = (value: z.output<Schema>) => setPolled({ value, problem: null });
  return { ...polled, set };
}
