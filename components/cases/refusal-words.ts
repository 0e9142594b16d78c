import type { Problem } from '#components/chat/wire/problem.ts';

const WORDS: Partial<Record<Problem['kind'], string>> = {
  wait: 'You already have as many requests waiting as one person can. Please wait for a reply, or write or call.',
  offline: 'We could not reach the server. What you wrote is kept; please try again.',
  gone: 'What this was about is no longer there. You can write or call instead.',
  'signed-out': 'Your session has ended. Please copy what you wrote and sign in again.',
};

/** Why something did not go to a person, and what to do. The draft is always kept. */
export function refusalWords(problem: Problem): string {
  return WORDS[problem.kind] ?? problem.message;
}
