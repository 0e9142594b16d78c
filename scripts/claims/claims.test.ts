import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkClaims } from './check-claims.ts';
import type { ClaimTable } from './claim.ts';
import { readReport } from './read-reports.ts';
import { renderPage } from './render-page.ts';

const claims: ClaimTable = {
  'C-01': {
    promise: 'A chat is deleted after 90 days.',
    keptBy: 'lib/purge.ts',
    provedBy: [{ file: 'lib/purge.test.ts', test: 'an expired chat is gone' }],
    shownBy: 'npm run retention -- --dry-run',
  },
};
const passed = [{ file: 'lib/purge.test.ts', path: ['retention', 'an expired chat is gone'], passed: true }];
let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'claims-'));
  put('lib/purge.ts', '');
  put('lib/purge.test.ts', "it('an expired chat is gone')");
  put('README.md', 'Chats are deleted after 90 days [C-01](docs/claims.md#c-01).');
  put('SECURITY.md', 'Nothing more. <!-- C-01 -->');
  put('docs/claims.md', renderPage(claims));
});
afterEach(() => rmSync(root, { recursive: true }));

function put(path: string, content: string): string {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), content);
  return join(root, path);
}

it('a promise with its file, its test and a pass in this run stands', () => {
  expect(checkClaims(root, claims, passed)).toEqual([]);
  expect(checkClaims(root, claims, null)).toEqual([]);
});

describe('the claims fail when', () => {
  it('the file that keeps one is gone', () => {
    rmSync(join(root, 'lib/purge.ts'));
    expect(checkClaims(root, claims, passed)).toEqual(['C-01: lib/purge.ts does not exist.']);
  });

  it('the test file is gone', () => {
    rmSync(join(root, 'lib/purge.test.ts'));
    expect(checkClaims(root, claims, passed)).toEqual(['C-01: lib/purge.test.ts does not exist.']);
  });

  it('the test was renamed', () => {
    put('lib/purge.test.ts', "it('something else')");
    expect(checkClaims(root, claims, null)).toEqual([
      'C-01: lib/purge.test.ts has no test "an expired chat is gone".',
    ]);
  });

  it('the test did not run', () => {
    expect(checkClaims(root, claims, [])).toEqual([
      'C-01: "an expired chat is gone" of lib/purge.test.ts did not run.',
    ]);
  });

  it('the test did not pass, or one of a group did not', () => {
    const failed = [
      {
        ...passed[0],
        file: 'lib/purge.test.ts',
        path: ['an expired chat is gone', 'on a leap day'],
        passed: false,
      },
    ];
    expect(checkClaims(root, claims, [...passed, ...failed])).toEqual([
      'C-01: "an expired chat is gone" of lib/purge.test.ts did not pass.',
    ]);
  });

  it('a page promises something that has no row', () => {
    put('SECURITY.md', 'And it flies. <!-- C-01, C-02 --> [C-03]');
    expect(checkClaims(root, claims, passed)).toEqual([
      'SECURITY.md: promises C-02, which has no row in scripts/claims/claims.ts.',
      'SECURITY.md: promises C-03, which has no row in scripts/claims/claims.ts.',
    ]);
  });

  it('a row is promised nowhere', () => {
    put('README.md', '');
    put('SECURITY.md', '');
    expect(checkClaims(root, claims, passed)).toEqual([
      'C-01: neither README.md nor SECURITY.md makes this promise.',
    ]);
  });

  it('the generated page is stale', () => {
    put('docs/claims.md', 'old');
    expect(checkClaims(root, claims, passed)).toEqual(['docs/claims.md: out of date; run "npm run claims".']);
  });
});

describe('outcomes are read from', () => {
  it('a report of vitest', () => {
    const test = { ancestorTitles: ['retention'], title: 'an expired chat is gone', status: 'passed' };
    const report = { testResults: [{ name: join(root, 'lib/purge.test.ts'), assertionResults: [test] }] };
    expect(readReport(root, put('r.json', JSON.stringify(report)))).toEqual(passed);
  });

  it('a report of Playwright, where a skipped test has not passed', () => {
    const spec = (title: string, status: string) => ({ title, ok: true, tests: [{ status }] });
    const inner = {
      title: 'retention',
      file: 'chat.spec.ts',
      specs: [spec('is gone', 'expected'), spec('later', 'skipped')],
    };
    const outer = { title: 'chat.spec.ts', file: 'chat.spec.ts', specs: [], suites: [inner] };
    const report = { config: { rootDir: join(root, 'e2e') }, suites: [outer] };
    expect(readReport(root, put('r.json', JSON.stringify(report)))).toEqual([
      { file: 'e2e/chat.spec.ts', path: ['retention', 'is gone'], passed: true },
      { file: 'e2e/chat.spec.ts', path: ['retention', 'later'], passed: false },
    ]);
  });

  it('nothing else', () => {
    expect(() => readReport(root, put('r.json', '{}'))).toThrow(
      'neither a report of vitest nor one of Playwright.',
    );
  });
});
