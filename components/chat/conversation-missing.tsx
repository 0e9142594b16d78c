'use client';

import { MessageCircleOff } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { loadDraft, saveDraft } from './draft.ts';
import { useHistory } from './history/history-provider.tsx';

/** The address of a conversation that is not there, or not this person's: both look the same. */
export function ConversationMissing() {
  const router = useRouter();
  const { startFresh, refresh } = useHistory();
  const [draft, setDraft] = useState('');
  useEffect(() => {
    setDraft(loadDraft(window.location.pathname.split('/').at(-1) ?? null));
    void refresh();
  }, [refresh]);
  const start = () => {
    if (draft !== '') saveDraft(null, draft);
    startFresh();
    router.push('/');
  };
  return (
    <div className="m-auto grid max-w-md justify-items-center gap-3 px-6 text-center">
      <MessageCircleOff className="text-quiet size-7" aria-hidden />
      <h1 className="text-xl font-semibold">This conversation is not here</h1>
      <p className="text-quiet">
        It may have been deleted, perhaps in another tab, or its time may have run out.
      </p>
      <Button look="primary" onClick={start} className="mt-2">
        {draft === '' ? 'Start a new chat' : 'Start a new chat with your draft'}
      </Button>
    </div>
  );
}
