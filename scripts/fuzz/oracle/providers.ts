import type { Invariant } from './finding.ts';

/** A key that was taken out is not used again, none is written into the log, and nobody is asked whom privacy forbids. */
export const keysAndProvidersHold: Invariant = ({ notes }) =>
  notes.flatMap((note) => {
    if (note.kind !== 'provider') return [];
    return [
      ...(note.revokedKeyUsed ? ['a key was used after it was taken out'] : []),
      ...(note.logged.includes(note.key) ? ['a line of the log holds a key'] : []),
      ...(note.forbiddenAsked ? ['a provider was asked that privacy forbids'] : []),
    ];
  });
