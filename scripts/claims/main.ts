import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkClaims } from './check.ts';
import { CLAIMS_PAGE } from './claim.ts';
import { CLAIMS } from './claims.ts';
import { readReport } from './read-reports.ts';
import { renderPage } from './render-page.ts';

// npm run claims                              writes docs/claims.md
// npm run claims -- --check [--report FILE]…  checks it, and each proof against these test reports
const root = join(import.meta.dirname, '..', '..');

function main(): number {
  const { values } = parseArgs({
    options: { check: { type: 'boolean', default: false }, report: { type: 'string', multiple: true } },
  });
  if (!values.check) {
    writeFileSync(join(root, CLAIMS_PAGE), renderPage(CLAIMS));
    process.stdout.write(`${CLAIMS_PAGE}: ${Object.keys(CLAIMS).length} claims\n`);
    return 0;
  }
  const outcomes = values.report?.flatMap((path) => readReport(root, path)) ?? null;
  const problems = checkClaims(root, CLAIMS, outcomes);
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  const count = Object.keys(CLAIMS).length;
  process.stdout.write(
    `${count} claims, ${problems.length === 0 ? 'all stand' : `${problems.length} problems`}\n`,
  );
  return problems.length === 0 ? 0 : 1;
}

try {
  process.exitCode = main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'The claims could not be checked.'}\n`);
  process.exitCode = 2;
}
