'use client';

import { useState } from 'react';
import type { Trouble } from '#components/approvals/wire/trouble.ts';
import { clearDrafts, saveDraft } from '#components/chat/draft.ts';
import type { Erased, ErasePreview, Proof } from '#lib/contract/privacy.ts';
import { fetchReceipt, previewErasure, sendErasure } from './wire/requests.ts';

const UNPROVEN = {
  code: 'That code did not fit. Wait for the next one, or use a recovery code.',
  password: 'That password did not fit.',
  sign_in: 'You signed in a while ago. Please sign in again, then come back here.',
} as const satisfies Record<Proof, string>;
const WORDS: Readonly<Record<string, string>> = {
  malformed: 'What you typed is not what was asked for. Nothing was erased.',
  not_found: 'This is no longer there.',
  on_hold:
    'Something of yours has to be kept for now, for a legal reason. Nothing was erased. Please ask our support about it.',
  rate_limited: 'That was a lot of attempts in a short time. Please wait a moment and try again.',
};
/** A receipt that takes longer is asked for at growing intervals, for some ten minutes; its address stays on the page. */
const POLL_MS = 1_000;
const POLL_GROWS = 1.2;
const POLLS = 26;

/**
 * One erasure, from its preview to its receipt. `conversationId` null: of the account. `onErased` hears of it as soon as it has begun, and
 * again with the receipt where that took longer.
 */
export function useErase(conversationId: string | null, onErased: (erased: Erased) => void) {
  const [preview, setPreview] = useState<ErasePreview | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [busy, setBusy] = useState(false);

  const open = async () => {
    setTrouble(null);
    setPreview(null);
    const answered = await previewErasure(conversationId);
    if (answered.ok) setPreview(answered.value);
    else setTrouble(inWords(answered.trouble, 'sign_in'));
  };
  const send = async (confirm: string, proof: string) => {
    if (busy || !preview) return;
    setBusy(true);
    setTrouble(null);
    const place = conversationId === null ? {} : { conversationId };
    const shown = preview.proof === 'sign_in' ? {} : { [preview.proof]: proof };
    const answered = await sendErasure({ scope: preview.scope, ...place, confirm, ...shown });
    if (!answered.ok) {
      setTrouble(inWords(answered.trouble, preview.proof));
      setBusy(false);
      return;
    }
    if (conversationId === null) clearDrafts();
    else saveDraft(conversationId, '');
    setBusy(false);
    onErased(answered.value);
    const finished = answered.value.receipt === null ? await laterReceipt(answered.value.receiptToken) : null;
    if (finished) onErased(finished);
  };
  return { preview, trouble, busy, open, send };
}

function inWords(trouble: Trouble, proof: Proof): Trouble {
  const words = trouble.code === 'step_up_required' ? UNPROVEN[proof] : WORDS[trouble.code];
  return words === undefined ? trouble : { ...trouble, words };
}

/** What takes longer than the answer waited for: the token fetches it. Null where it is not there in time, or nobody knows the token. */
async function laterReceipt(token: string): Promise<Erased | null> {
  for (let poll = 0; poll < POLLS; poll += 1) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS * POLL_GROWS ** poll));
    const answered = await fetchReceipt(token);
    if (answered.ok && answered.value.receipt !== null) return answered.value;
    if (!answered.ok && answered.trouble.code === 'not_found') return null;
  }
  return null;
}
