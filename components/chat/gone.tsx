import { MessageCircleOff } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';

/** In place of the composer when the conversation was deleted elsewhere. */
export function Gone({ hasDraft, onFresh }: { hasDraft: boolean; onFresh: () => void }) {
  return (
    <div
      role="alert"
      className="border-line bg-surface animate-rise flex flex-wrap items-center gap-3 rounded-2xl border p-4"
    >
      <MessageCircleOff className="text-quiet size-5 shrink-0" aria-hidden />
      <div className="grow basis-60">
        <p className="font-medium">This conversation is gone</p>
        <p className="text-quiet text-sm">
          It was deleted, perhaps in another tab. What you typed is still here.
        </p>
      </div>
      <Button look="primary" onClick={onFresh}>
        {hasDraft ? 'Start a new chat with your draft' : 'Start a new chat'}
      </Button>
    </div>
  );
}
