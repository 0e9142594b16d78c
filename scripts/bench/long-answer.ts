/** What one answer of the assistant may have: sentences, a list, a table, links, an address, amounts and dates. */
const PART = `Your latest invoice [2026-117](/invoices/2026-117) is **€90.00** higher than the one before. The Team plan has
twelve seats, and one of them was added on 12 Nov 2026, so the invoice contains a proration of €38.00 for the rest of the month.

- Team plan, 12 seats: €240.00
- Proration from 12 Nov to 30 Nov: €38.00

| Line | Amount |
| --- | ---: |
| Seats | €1,200.00 |

You can pay it until 14 Dec 2026; if something about it looks wrong, write to help@tallyhouse.test and name the number of
the invoice. I can show you the payments so far if you like, and what the next invoice will probably be.
`;

/** About 6,000 characters, in which no part is like another. */
export const LONG_ANSWER = Array.from({ length: 8 }, (_, index) =>
  PART.replaceAll('2026', `${2019 + index}`).replaceAll('12', `${index + 3}`),
).join('\n');
