import { findBreaches } from './find-breaches.ts';
import { listSources } from './list-sources.ts';

/** Prints each breach as `file:line rule — why` and ends with 1 if there is one. */
const root = new URL('../../', import.meta.url).pathname;
const files = listSources(root);
const breaches = findBreaches(files);
for (const { path, line, id, why } of breaches) process.stdout.write(`${path}:${line} ${id} — ${why}\n`);
process.stdout.write(`${files.length} files, ${breaches.length} breaches\n`);
process.exitCode = breaches.length === 0 ? 0 : 1;
