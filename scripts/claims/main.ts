import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { PROVIDERS_PAGE, renderProvidersPage } from '#scripts/provider-table/render-page.ts';
import { writtenPages } from '#scripts/records/written-pages.ts';
import { renderToolsPage, TOOLS_PAGE } from '#scripts/tool-table/render-page.ts';
import { CLAIMS_PAGE } from './claim.ts';
import { CLAIMS } from './claims.ts';
import { renderPage } from './render-page.ts';
import { projectRoot, reportProblems } from './report-problems.ts';

// npm run claims             writes docs/claims.md, and docs/tools.md, docs/providers.md, the records of processing and the like from their tables
// npm run claims -- --check  checks it; npm test also checks that each proof passed
const [option, ...rest] = process.argv.slice(2);

if (option === undefined) {
  writeFileSync(join(projectRoot, CLAIMS_PAGE), renderPage(CLAIMS));
  await writeFormatted(TOOLS_PAGE, renderToolsPage());
  await writeFormatted(PROVIDERS_PAGE, renderProvidersPage());
  for (const { path, text } of await writtenPages()) {
    mkdirSync(dirname(join(projectRoot, path)), { recursive: true });
    writeFileSync(join(projectRoot, path), text);
  }
  process.stdout.write(`${CLAIMS_PAGE}: ${Object.keys(CLAIMS).length} claims\n`);
} else if (option === '--check' && rest.length === 0) {
  process.exitCode = reportProblems([]);
} else {
  process.stderr.write(`Unknown option "${option === '--check' ? rest[0] : option}". Known: --check.\n`);
  process.exitCode = 2;
}

async function writeFormatted(page: string, text: string): Promise<void> {
  const path = join(projectRoot, page);
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
}
