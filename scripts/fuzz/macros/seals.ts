import { type Macro, say, speak } from './shorthand.ts';

/** What is stored sealed: moved, altered, replaced, and under whose key. */
export const SEAL_MACROS: readonly Macro[] = [
  {
    name: 'swapped-messages',
    commands: [
      speak('owner', 'First.', 9),
      say('owner', [{ text: 'Second.' }]),
      { do: 'swap-messages', who: 'owner' },
      { do: 'read', who: 'owner' },
      say('owner', [{ text: 'Third.' }]),
    ],
  },
  {
    name: 'plain-message',
    commands: [
      speak('owner', 'First.', 9),
      { do: 'plain-message', who: 'owner' },
      { do: 'read', who: 'owner' },
      say('owner', [{ text: 'Second.' }]),
    ],
  },
  {
    name: 'altered-commitment',
    commands: [
      speak('owner', 'First.', 9),
      { do: 'alter-commitment', who: 'owner' },
      { do: 'read', who: 'owner' },
      say('owner', [{ text: 'Second.' }]),
    ],
  },
  {
    name: 'two-conversations',
    commands: [speak('owner', 'Mine.', 9), speak('second', 'Also mine.', 9)],
  },
];
