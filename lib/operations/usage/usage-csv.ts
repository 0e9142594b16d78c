import 'server-only';
import type { OperatorUsage } from '#lib/contract/usage.ts';

/** What a spreadsheet would run as a formula when a cell begins with it (OWASP, CSV injection), after blanks too. */
const FORMULA = /^\s*[=+\-@\t\r|%]/;

const HEAD = [
  'key',
  'label',
  'customer',
  'turns',
  'input_tokens',
  'output_tokens',
  'cost_micro_usd',
  'estimated_turns',
  'unpriced_turns',
];

/** The rows as CSV (RFC 4180). Names come from outside: none is a formula, and none ends its cell. */
export function usageCsv({ rows }: Pick<OperatorUsage, 'rows'>): string {
  const lines = rows.map(({ key, label, customer, totals }) => [
    text(key),
    text(label),
    text(customer ?? ''),
    ...[
      totals.turns,
      totals.inputTokens,
      totals.outputTokens,
      totals.costMicroUsd,
      totals.estimated,
      totals.unpriced,
    ].map(String),
  ]);
  return [HEAD, ...lines].map((cells) => `${cells.join(',')}\r\n`).join('');
}

/** An apostrophe makes a spreadsheet take what follows as text. Control characters are no part of any name. */
function text(value: string): string {
  const plain = value.replace(/\p{Cc}/gu, ' ');
  const safe = FORMULA.test(value) ? `'${plain}` : plain;
  return `"${safe.replaceAll('"', '""')}"`;
}
