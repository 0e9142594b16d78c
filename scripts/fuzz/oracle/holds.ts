import type { Invariant } from './finding.ts';

/** What a person had when they were put on legal hold keeps its key, whoever deletes it: it can be read once it must be shown. */
export const whatIsHeldStays: Invariant = ({ notes }, { keys }) =>
  notes.flatMap((note) =>
    note.kind !== 'held'
      ? []
      : note.conversationIds
          .filter(
            (id) =>
              !keys.some(
                (key) => key.scope === 'conversation' && key.scope_id === id && key.wrapped !== null,
              ),
          )
          .map((id) => `the key of conversation ${id} is gone, which is on legal hold`),
  );
