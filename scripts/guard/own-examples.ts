import { readdirSync, readFileSync } from 'node:fs';
import type { Item } from './read-items.ts';

const FOLDER = new URL('../../lib/stages/model/demo/intents/examples/', import.meta.url);

/** What customers ask, as the demonstration model learns it: innocent sentences of our own domain in four languages. */
export function readOwnExamples(): Item[] {
  return readdirSync(FOLDER)
    .toSorted()
    .flatMap((name) => readFileSync(new URL(name, FOLDER), 'utf8').split('\n'))
    .filter((line) => line.includes('\t') && !line.startsWith('#'))
    .flatMap((line) => (line.split('\t')[1] ?? '').split(' | '))
    .filter((text) => text.trim() !== '')
    .map((text) => ({ text, label: 'benign', kind: 'own-example', source: 'demo-model' }));
}
