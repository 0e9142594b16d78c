'use client';

import { Search, X } from 'lucide-react';
import { type RefObject, useEffect } from 'react';
import { Button } from '#components/ui/button.tsx';

type SearchFieldProps = {
  text: string;
  onText: (text: string) => void;
  /** Arrow down: to the first hit. */
  onDown: () => void;
  field: RefObject<HTMLInputElement | null>;
};

/** The search above the conversations. Escape empties it; Ctrl K leads to it from anywhere where it is in sight. */
export function SearchField({ text, onText, onDown, field }: SearchFieldProps) {
  useEffect(() => {
    const toField = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      // Of the two, beside the chat and in the drawer, the one that can be seen.
      if (!field.current?.checkVisibility()) return;
      event.preventDefault();
      field.current.focus();
      field.current.select();
    };
    document.addEventListener('keydown', toField);
    return () => document.removeEventListener('keydown', toField);
  }, [field]);
  return (
    <div role="search" aria-label="Your conversations" className="relative px-3 pb-2">
      <Search className="text-quiet pointer-events-none absolute top-2.5 left-5.5 size-4" aria-hidden />
      <input
        ref={field}
        type="text"
        enterKeyHint="search"
        value={text}
        autoComplete="off"
        spellCheck={false}
        aria-label="Search your conversations"
        aria-keyshortcuts="Control+K"
        placeholder="Search your chats"
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && text !== '') {
            event.stopPropagation();
            event.preventDefault();
            onText('');
          }
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            onDown();
          }
        }}
        className="border-line bg-surface placeholder:text-quiet hover:border-line-strong h-9 w-full rounded-lg border pr-9 pl-9 text-base sm:text-sm"
      />
      {text === '' ? (
        <kbd
          aria-hidden
          className="text-quiet pointer-events-none absolute top-2 right-5.5 hidden font-sans text-xs leading-5 lg:block"
        >
          Ctrl K
        </kbd>
      ) : (
        <Button
          look="ghost"
          size="icon-small"
          className="absolute top-0.5 right-3.5"
          aria-label="Clear the search"
          onClick={() => {
            onText('');
            field.current?.focus();
          }}
        >
          <X aria-hidden />
        </Button>
      )}
    </div>
  );
}
