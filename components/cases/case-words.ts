import type { CaseState, CaseSummary } from '#lib/contract/cases.ts';

/** The tones are those of `components/ui/badge.tsx`. */
export const STATE_WORDS = {
  open: { label: 'Waiting for a reply', tone: 'warn' },
  answered: { label: 'Answered', tone: 'good' },
  closed: { label: 'Closed', tone: 'neutral' },
} as const satisfies Record<CaseState, { label: string; tone: string }>;

/** What a person did, in their own list and in their chat. */
export function caseTitle({ kind }: Pick<CaseSummary, 'kind'>): string {
  return kind === 'handover' ? 'You asked a person' : 'You contested an answer';
}
