import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLAIMS_PAGE, type Claim, type ClaimTable } from './claim.ts';
import { readMentions } from './read-mentions.ts';
import type { TestOutcome } from './read-reports.ts';
import { renderPage } from './render-page.ts';

/**
 * What is wrong with the claims, one line each; empty when every promise stands.
 * @param outcomes the tests of this run, or null where nothing was run: then files and names alone are checked
 */
export function checkClaims(
  root: string,
  claims: ClaimTable,
  outcomes: readonly TestOutcome[] | null,
): string[] {
  const mentions = readMentions(root);
  const unknown = [...mentions].filter(([id]) => !Object.hasOwn(claims, id));
  return [
    ...unknown.map(
      ([id, pages]) => `${pages.join(', ')}: promises ${id}, which has no row in scripts/claims/claims.ts.`,
    ),
    ...Object.entries(claims).flatMap(([id, claim]) => [
      ...(mentions.has(id) ? [] : [`${id}: neither README.md nor SECURITY.md makes this promise.`]),
      ...checkClaim(root, id, claim, outcomes),
    ]),
    ...checkPage(root, claims),
  ];
}

function checkClaim(
  root: string,
  id: string,
  claim: Claim,
  outcomes: readonly TestOutcome[] | null,
): string[] {
  const problems: string[] = [];
  if (!/^C-\d{2,3}$/u.test(id)) problems.push(`${id}: an id looks like C-01.`);
  if (!existsSync(join(root, claim.keptBy))) problems.push(`${id}: ${claim.keptBy} does not exist.`);
  if (claim.provedBy.length === 0) problems.push(`${id}: nothing proves it.`);
  for (const proof of claim.provedBy) {
    const problem = checkProof(root, proof, outcomes);
    if (problem) problems.push(`${id}: ${problem}`);
  }
  return problems;
}

function checkProof(
  root: string,
  { file, test }: Claim['provedBy'][number],
  outcomes: readonly TestOutcome[] | null,
): string | null {
  if (!existsSync(join(root, file))) return `${file} does not exist.`;
  if (!outcomes) return namesTest(join(root, file), test) ? null : `${file} has no test "${test}".`;
  const found = outcomes.filter((outcome) => outcome.file === file && outcome.path.includes(test));
  if (found.length === 0) return `"${test}" of ${file} did not run.`;
  return found.every((outcome) => outcome.passed) ? null : `"${test}" of ${file} did not pass.`;
}

/** Names stand in the source as a literal, with its quotes escaped or not. */
function namesTest(path: string, test: string): boolean {
  const plain = (text: string) => text.replaceAll('\\', '');
  return plain(readFileSync(path, 'utf8')).includes(plain(test));
}

function checkPage(root: string, claims: ClaimTable): string[] {
  const path = join(root, CLAIMS_PAGE);
  const current = existsSync(path) && readFileSync(path, 'utf8') === renderPage(claims);
  return current ? [] : [`${CLAIMS_PAGE}: out of date; run "npm run claims".`];
}
