import type { Category } from '#lib/contract/lab/attack.ts';

/** The kinds of attack, as a person calls them. */
export const CATEGORY_WORDS = {
  direct: 'Direct',
  'multi-turn': 'In several messages',
  indirect: 'Indirect: hidden in data',
  obfuscated: 'Obfuscated',
  multilingual: 'In other languages',
  extraction: 'Extraction of the prompt',
  'tool-abuse': 'Abuse of tools',
  'approval-forging': 'Forged approvals',
  'approval-swapping': 'Swapped approvals',
  'replay-and-race': 'Replays and races',
  exfiltration: 'Exfiltration',
  'split-stream': 'Split streams',
  'stored-xss': 'Stored markup',
  idor: 'Others’ objects',
  csrf: 'Another site’s page',
  'denial-of-wallet': 'Denial of wallet',
} as const satisfies Record<Category, string>;

export const DIFFICULTY_WORDS = ['', 'First try', 'Easy', 'Fair', 'Hard', 'The whole picture'] as const;
