import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROMISING_PAGES } from './claim.ts';

const MENTION = /\[(C-\d{2,3})\]|<!--\s*(C-\d{2,3}(?:[\s,]+C-\d{2,3})*)\s*-->/gu;

/** Claim id → the pages that make this promise. */
export function readMentions(root: string): Map<string, string[]> {
  const mentions = new Map<string, string[]>();
  for (const page of PROMISING_PAGES) {
    const path = join(root, page);
    if (!existsSync(path)) continue;
    for (const match of readFileSync(path, 'utf8').matchAll(MENTION)) {
      for (const id of (match[1] ?? match[2] ?? '').split(/[\s,]+/u)) {
        const pages = mentions.get(id) ?? [];
        if (!pages.includes(page)) mentions.set(id, [...pages, page]);
      }
    }
  }
  return mentions;
}
