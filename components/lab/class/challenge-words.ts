/** `level-3` → `Level 3`. */
export function challengeTitle(challenge: string): string {
  const [, number] = /^level-(\d+)$/.exec(challenge) ?? [];
  return number ? `Level ${number}` : 'Reverse';
}

/** The same where there is no room: `3`, `R`. */
export function challengeShort(challenge: string): string {
  return /^level-(\d+)$/.exec(challenge)?.[1] ?? 'R';
}

/** Where a challenge is played. */
export function challengeHref(challenge: string): string {
  const [, number] = /^level-(\d+)$/.exec(challenge) ?? [];
  return number ? `/lab/levels/${number}` : '/lab/reverse';
}
