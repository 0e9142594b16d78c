'use client';

import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { Link } from '#components/ui/link.tsx';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { ConfirmDialog } from '#components/ui/dialog.tsx';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '#components/ui/dropdown-menu.tsx';
import type { ConversationSummary } from '#lib/contract/conversations.ts';
import { RenameField } from './rename-field.tsx';

type HistoryItemProps = {
  conversation: ConversationSummary;
  current: boolean;
  /** A person's reply waits in it. */
  unseen: boolean;
  onRename: (title: string) => Promise<boolean>;
  onRemove: () => Promise<void>;
  onOpen: () => void;
};

export function HistoryItem({ conversation, current, unseen, onRename, onRemove, onOpen }: HistoryItemProps) {
  const [renaming, setRenaming] = useState(false);
  const [asking, setAsking] = useState(false);
  if (renaming) {
    return (
      <li>
        <RenameField title={conversation.title} onRename={onRename} onDone={() => setRenaming(false)} />
      </li>
    );
  }
  return (
    <li
      className={classNames(
        'group hover:bg-sunken flex items-center rounded-lg transition-colors',
        current && 'bg-accent-soft hover:bg-accent-soft',
      )}
    >
      <Link
        href={`/c/${conversation.id}`}
        prefetch={false}
        onClick={onOpen}
        aria-current={current ? 'page' : undefined}
        title={conversation.title}
        className="min-w-0 grow truncate rounded-lg px-3 py-2 text-sm"
      >
        {unseen && (
          <span
            className="bg-accent mr-2 inline-block size-2 rounded-full align-middle"
            role="img"
            aria-label="New reply from a person:"
          />
        )}
        {conversation.title}
      </Link>
      <Menu modal={false}>
        <MenuTrigger asChild>
          <Button
            look="ghost"
            size="icon-small"
            aria-label={`Rename or delete “${conversation.title}”`}
            className="mr-1 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 data-[state=open]:opacity-100 pointer-coarse:opacity-100"
          >
            <Ellipsis aria-hidden />
          </Button>
        </MenuTrigger>
        {/* Focus goes to the field or dialog that opens, not back to the trigger. */}
        <MenuContent align="end" onCloseAutoFocus={(event) => event.preventDefault()}>
          <MenuItem onSelect={() => setRenaming(true)}>
            <Pencil aria-hidden /> Rename
          </MenuItem>
          <MenuItem danger onSelect={() => setAsking(true)}>
            <Trash2 aria-hidden /> Delete
          </MenuItem>
        </MenuContent>
      </Menu>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Delete this conversation?"
        confirm="Delete for good"
        onConfirm={() => void onRemove()}
      >
        “{conversation.title}” and the key that can read it are destroyed at once. This cannot be undone; your
        invoices and payments stay as they are.
      </ConfirmDialog>
    </li>
  );
}
