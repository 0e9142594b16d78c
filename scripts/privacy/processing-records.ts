import { EXPORT_KEPT_DAYS } from '#lib/contract/privacy.ts';
import type { ProcessingRecord } from '#scripts/records/render-records.ts';

/** What this room keeps, for docs/records-of-processing.md. */
export const RECORDS: readonly ProcessingRecord[] = [
  {
    category: 'Copies of one’s data',
    purpose: 'So that people can see and take along what is held about them',
    legalBasis: 'Legal obligation (Art. 6(1)(c), 15 and 20 GDPR)',
    kept: `until it is downloaded, at most ${EXPORT_KEPT_DAYS} days`,
    end: 'The key is destroyed and the chunks are deleted',
  },
  {
    category: 'Receipts of erasures',
    purpose: 'To prove that what was asked for was done; no content',
    legalBasis: 'Legal obligation (Art. 6(1)(c), 5(2) and 17 GDPR)',
    kept: '7 years from the end of the erasure',
    end: 'The row is deleted',
  },
];
