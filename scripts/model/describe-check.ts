import type { ProviderNotice } from '#lib/stages/model/families/describe-provider.ts';
import type { Finding } from './check-model.ts';

/** What of people's words stays with a provider, in a few lines for whoever runs the application. */
export function privacyLines(notice: ProviderNotice): string[] {
  if (notice.isOwn) return [`It runs on machines of yours. ${notice.keeps}`];
  const days = notice.keptDays === null ? 'for a time it does not state' : `up to ${notice.keptDays} days`;
  return [
    `It keeps, ${days}: ${notice.keeps}`,
    ...notice.unsent.map((setting) => `It can’t be told ${setting}: the notice page says so.`),
  ];
}

/** The findings as lines: what works, what does not, and what to put where. */
export function describeFindings(findings: readonly Finding[]): string {
  return findings
    .map(({ ok, text, put }) => {
      const mark = ok === null ? 'note' : ok ? 'ok' : 'no';
      return `  ${mark.padEnd(6)}${text}\n${put ? `        Put ${put}.\n` : ''}`;
    })
    .join('');
}

export function works(findings: readonly Finding[]): boolean {
  return findings.every(({ ok }) => ok !== false);
}
