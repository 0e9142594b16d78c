import { join } from 'node:path';
import { checkClaims } from './check-claims.ts';
import { CLAIMS } from './claims.ts';
import { readReport } from './read-reports.ts';

export const projectRoot = join(import.meta.dirname, '..', '..');

/**
 * Checks the claims and prints what is wrong, one line each.
 * @param reports JSON reports of vitest and Playwright of this run; none: files and names alone are checked
 * @returns the exit code: 0, 1 where a claim does not stand, 2 where a report cannot be read
 */
export function reportProblems(reports: readonly string[]): number {
  try {
    const outcomes = reports.length > 0 ? reports.flatMap((path) => readReport(projectRoot, path)) : null;
    const problems = checkClaims(projectRoot, CLAIMS, outcomes);
    for (const problem of problems) process.stderr.write(`${problem}\n`);
    const verdict = problems.length === 0 ? 'all stand' : `${problems.length} problems`;
    process.stdout.write(`${Object.keys(CLAIMS).length} claims, ${verdict}\n`);
    return problems.length === 0 ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : 'The claims could not be checked.'}\n`);
    return 2;
  }
}
