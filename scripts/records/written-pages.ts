import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { z } from 'zod';
import { root } from '#scripts/system/paths.ts';
import { RECORDS_PAGE, renderRecords } from './render-records.ts';

type Page = { path: string; text: string };

const pagesSchema = z.object({
  PAGES: z.array(
    z.object({ path: z.string(), render: z.custom<() => string>((value) => typeof value === 'function') }),
  ),
});

/** Pages and files that are written from tables: the records of processing, and what each operation brings in a `pages.ts`. */
export async function writtenPages(): Promise<Page[]> {
  const own = { path: RECORDS_PAGE, text: await renderRecords() };
  const brought = await importEach('scripts/*/pages.ts', pagesSchema);
  const pages = [
    own,
    ...brought.flatMap(({ PAGES }) => PAGES.map(({ path, render }) => ({ path, text: render() }))),
  ];
  return Promise.all(pages.map(inOurFormat));
}

/** Found by their place, not named: an operation that is taken out takes its file with it. */
export async function importEach<Schema extends z.ZodType>(
  pattern: string,
  schema: Schema,
): Promise<z.output<Schema>[]> {
  const files = globSync(pattern, { cwd: root }).toSorted();
  return Promise.all(
    files.map(async (file) => schema.parse(await import(pathToFileURL(join(root, file)).href))),
  );
}

async function inOurFormat({ path, text }: Page): Promise<Page> {
  const file = join(root, path);
  return { path, text: await format(text, { ...(await resolveConfig(file)), filepath: file }) };
}
