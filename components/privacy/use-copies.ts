'use client';

import { useCallback, useEffect, useState } from 'react';
import type { Trouble } from '#components/approvals/wire/trouble.ts';
import type { ExportStatus } from '#lib/contract/privacy.ts';
import { listCopies, requestCopy } from './wire/requests.ts';

const POLL_MS = 1_000;
/** After a press on the link the browser has to ask for the file before its state is another. */
const FETCHED_MS = 1_500;
const TOO_MANY = 'You have asked for several copies today. Please try again tomorrow.';

const isRunning = ({ status }: ExportStatus) => status === 'waiting' || status === 'building';

/** A person's copies, read again while one is being made. */
export function useCopies(first: readonly ExportStatus[]) {
  const [copies, setCopies] = useState(first);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [busy, setBusy] = useState(false);
  const reload = useCallback(async () => {
    const answered = await listCopies();
    if (answered.ok) setCopies(answered.value.exports);
    return answered.ok;
  }, []);
  const running = copies.some(isRunning);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => void reload(), POLL_MS);
    return () => clearInterval(timer);
  }, [running, reload]);

  const request = async () => {
    if (busy || running) return;
    setBusy(true);
    setTrouble(null);
    const answered = await requestCopy();
    if (!answered.ok) {
      const { trouble: said } = answered;
      setTrouble(said.code === 'rate_limited' ? { ...said, words: TOO_MANY } : said);
    }
    await reload();
    setBusy(false);
  };
  return {
    copies,
    trouble,
    busy: busy || running,
    request,
    onFetched: () => void setTimeout(() => void reload(), FETCHED_MS),
  };
}
