import type { SwitchScope } from '#lib/contract/switches.ts';

/** What can be paused, what it is called, and what pausing it comes to. */
export const SCOPES = {
  global: {
    label: 'Everything',
    stops: 'Nobody gets an answer, no tool runs and no change is decided. The bill pages still work.',
  },
  tenant: {
    label: 'A customer',
    stops:
      'Nobody of this customer gets an answer, and none of its changes is decided. Its bill pages still work.',
  },
  tool: {
    label: 'A tool',
    stops: 'The assistant can no longer use it, and nothing it proposed is decided. Everything else goes on.',
  },
  model: {
    label: 'A model',
    stops: 'Nothing is sent to this model, and what it is writing stops.',
  },
} as const satisfies Record<SwitchScope, { label: string; stops: string }>;

/** `the customer Northwind`, `everything`: in the middle of a sentence. */
export function subjectWords(scope: SwitchScope, label: string): string {
  if (scope === 'global') return 'everything';
  return `the ${scope === 'tenant' ? 'customer' : scope} ${label}`;
}
