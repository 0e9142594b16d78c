import 'server-only';

/** Answers that must come through exactly as written. */
export const HONEST: readonly string[] = [
  'Your latest invoice [2026-117](/invoices/2026-117) is **€90.00** higher than the one before.',
  '- Team plan, 12 seats: €240.00\n- Proration from 12 Nov to 30 Nov: €38.00\n\n1. one\n2. two\n',
  'Write to help@tallyhouse.test; your address is owner@northwind.test.',
  '| Line | Amount |\n| --- | ---: |\n| Seats | €1,200.00 |\n',
  'Ihre Rechnung ist um 90,00 € höher – siehe [Zahlungen](/payments) & [Tarif](/plan).',
  'La facture n° 2026-118 est « payée » ; solde : 0,00 €.',
  'ご請求額は¥12,000です。詳しくは[請求書](/invoices)をご覧ください。',
  'صافي المبلغ ٩٠٫٠٠ €، می‌خواهم',
  'Thanks! 👩🏽‍🚀 ❤️ 1️⃣ 🏳️‍🌈 a < 3, b <= 4, 5 > 2, 3 * 4 * 5, C:\\dir, AT&T, R&D;',
  'Is that [x] or [ ]? (yes) “quoted” `code` ~~old~~ [see (this)] # 1 @ noon, 3 @ €12.50!',
  'A line that ends here\\\nand goes on. 12/27, 4–5, 20 %, [usage](/usage)!',
  '1. 2026-117: €1,234.50 (12 seats)\n2. 2026-118: €1,334.50\n3. 2026-119\n4. 2026-120\n',
  'Card •••• 4242, VAT IE0000000TH, case C-12345678, +353 1 555 0143 (9–17), 01.11.2026 – 30.11.2026.',
];
