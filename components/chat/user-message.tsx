'use client';

import { ChevronLeft, ChevronRight, Pencil } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Hint } from '#components/ui/hint.tsx';
import { MessageEditor } from './message-editor.tsx';

type UserMessageProps = {
  text: string;
  messageId: string | null;
  branches: readonly string[];
  busy: boolean;
  onEdit: (text: string) => void;
  onBranch: (messageId: string) => void;
};

/** What the person said, with a pencil, and arrows where the place has been asked more than once. */
export function UserMessage({ text, messageId, branches, busy, onEdit, onBranch }: UserMessageProps) {
  const [editing, setEditing] = useState(false);
  if (editing) {
    return (
      <MessageEditor
        text={text}
        onCancel={() => setEditing(false)}
        onSend={(changed) => {
          setEditing(false);
          onEdit(changed);
        }}
      />
    );
  }
  return (
    <article
      className="group mt-6 ml-auto grid max-w-[85%] justify-items-end gap-0.5 first:mt-0"
      aria-label="You"
      data-question
      data-message={messageId ?? undefined}
    >
      <p className="bg-accent-soft rounded-2xl rounded-br-md px-4 py-2.5 [overflow-wrap:anywhere] whitespace-pre-wrap">
        {text}
      </p>
      <div className="flex min-h-8 items-center print:hidden">
        {messageId && branches.length > 1 && (
          <Branches ids={branches} current={messageId} busy={busy} onBranch={onBranch} />
        )}
        {messageId && (
          <Hint text="Change and send again" side="bottom">
            <Button
              look="ghost"
              size="icon-small"
              disabled={busy}
              onClick={() => setEditing(true)}
              aria-label="Change this message and send it again"
              className="opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 disabled:opacity-0 pointer-coarse:opacity-100"
            >
              <Pencil aria-hidden />
            </Button>
          </Hint>
        )}
      </div>
    </article>
  );
}

type BranchesProps = {
  ids: readonly string[];
  current: string;
  busy: boolean;
  onBranch: (id: string) => void;
};

function Branches({ ids, current, busy, onBranch }: BranchesProps) {
  const at = ids.indexOf(current);
  const before = ids[at - 1];
  const after = ids[at + 1];
  return (
    <div
      className="text-quiet flex items-center text-[0.8125rem]"
      role="group"
      aria-label="Versions of this message"
    >
      <Button
        look="ghost"
        size="icon-small"
        disabled={busy || !before}
        aria-label="Version before"
        onClick={() => before && onBranch(before)}
      >
        <ChevronLeft aria-hidden />
      </Button>
      <span className="tabular">
        {at + 1} / {ids.length}
      </span>
      <Button
        look="ghost"
        size="icon-small"
        disabled={busy || !after}
        aria-label="Version after"
        onClick={() => after && onBranch(after)}
      >
        <ChevronRight aria-hidden />
      </Button>
    </div>
  );
}
