import type { Find } from './finders.ts';
import { isTest } from './rooms.ts';

/** The rules of `docs/fences.md`, by number, and how code is written. */
export type Rule = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 'style';

/** `find` returns the offending lines of one file. `isFor`: files the fence stands around; tests are outside unless said. */
export type Fence = {
  readonly id: string;
  /** The rule it keeps. */
  readonly rule: Rule;
  readonly why: string;
  readonly isFor: (path: string) => boolean;
  readonly find: Find;
};

export const inCode = (path: string): boolean => !isTest(path) && /\.(?:tsx?|mjs)$/.test(path);
export const inLib = (path: string): boolean =>
  path.startsWith('lib/') && !path.startsWith('lib/generated/') && !isTest(path);
export const isCode = (pattern: RegExp, except?: RegExp) => (path: string) =>
  inCode(path) && pattern.test(path) && !except?.test(path);
