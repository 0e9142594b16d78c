import { type Macro, say } from './shorthand.ts';

/** Keys, a second provider, and what was sent. */
export const PROVIDER_MACROS: readonly Macro[] = [
  { name: 'leaked-key', commands: [{ do: 'leak-key' }] },
  { name: 'forbidden-second', commands: [{ do: 'forbidden-second' }] },
  {
    name: 'sent-to-another',
    commands: [
      say('owner', [{ calls: [{ name: 'list_invoices', args: {} }] }, { text: 'Here.' }]),
      { do: 'read-sent', who: 'owner', of: 'owner' },
      { do: 'read-sent', who: 'stranger', of: 'owner' },
      { do: 'read-sent', who: 'second', of: 'owner' },
    ],
  },
];
