'use client';

import { useState } from 'react';
import { TITLE_MAX_CHARACTERS } from '#lib/contract/conversations.ts';

type RenameFieldProps = { title: string; onRename: (title: string) => Promise<boolean>; onDone: () => void };

/** Enter or leaving the field saves, Escape keeps the old name. */
export function RenameField({ title, onRename, onDone }: RenameFieldProps) {
  const [name, setName] = useState(title);
  const [failed, setFailed] = useState(false);
  const save = async () => {
    const wanted = name.trim();
    if (wanted === '' || wanted === title) return onDone();
    if (await onRename(wanted)) onDone();
    else setFailed(true);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <input
        autoFocus
        value={name}
        maxLength={TITLE_MAX_CHARACTERS}
        aria-label="Name of this conversation"
        aria-invalid={failed}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setName(event.target.value)}
        onBlur={() => void save()}
        onKeyDown={(event) => event.key === 'Escape' && onDone()}
        className="border-line-strong bg-surface w-full rounded-lg border px-3 py-1.5 text-base sm:text-sm"
      />
      {failed && (
        <p role="alert" className="text-bad px-3 py-1 text-xs">
          That could not be saved. Please try again.
        </p>
      )}
    </form>
  );
}
