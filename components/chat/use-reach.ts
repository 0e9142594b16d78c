'use client';

import { useEffect, useRef } from 'react';
import type { Message } from '#lib/contract/conversations.ts';

/**
 * The message that a search led to, once it can be scrolled to. One on another branch is brought on screen first, as the arrows
 * beside a question would.
 */
export function useReach(
  wanted: string | undefined,
  messages: readonly Message[],
  showBranch: (messageId: string) => Promise<void>,
): string | null {
  const asked = useRef(false);
  const isThere = wanted !== undefined && messages.some(({ id }) => id === wanted);
  useEffect(() => {
    if (wanted === undefined || isThere || asked.current) return;
    asked.current = true;
    void showBranch(wanted);
  }, [isThere, showBranch, wanted]);
  return isThere ? wanted : null;
}
