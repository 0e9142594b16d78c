import 'server-only';
import { purgeCategory, type Receipt } from './purge-category.ts';
import { RETENTION_TABLE, type RetentionCategory } from './policy.ts';

/**
 * One run of retention over every category of the table, or some. A category that fails does not keep the others from running; its
 * error is thrown at the end. Any number of runs at once share the work.
 */
export async function runRetention(options: {
  dryRun: boolean;
  only?: readonly RetentionCategory[];
}): Promise<Receipt[]> {
  const receipts: Receipt[] = [];
  const failures: unknown[] = [];
  for (const category of options.only ?? retentionCategories()) {
    try {
      receipts.push(await purgeCategory(category, options));
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return receipts;
}

export function retentionCategories(): RetentionCategory[] {
  return Object.keys(RETENTION_TABLE).filter(isRetentionCategory);
}

export function isRetentionCategory(value: string): value is RetentionCategory {
  return Object.hasOwn(RETENTION_TABLE, value);
}
