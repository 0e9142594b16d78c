import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from 'vitest';
import { labReportSchema, matrixSchema } from '#lib/contract/lab/matrix.ts';
import { traceEventSchema } from '#lib/contract/lab/trace.ts';
import { root } from '#scripts/system/paths.ts';

const CATALOGUE = join(root, 'lib', 'operations', 'lab', 'catalogue');
const place = mkdtempSync(join(tmpdir(), 'lab-'));
afterAll(() => rmSync(place, { recursive: true }));

/** The command itself: a process that can plant faults, with a PostgreSQL of its own. */
async function lab(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const flags = [
    '--conditions=faults',
    '--conditions=react-server',
    '--disable-warning=ExperimentalWarning',
    '--disable-warning=DeprecationWarning',
  ];
  const child = spawn(process.execPath, [...flags, join(root, 'scripts', 'commands', 'lab.ts'), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? -1)));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, out, err };
}

test('three attacks land under no defence and stop under all; the JSON is the contract’s, and two runs are the same', async () => {
  const ids = 'level-1-textbook,picture-with-data,refund-by-decree';
  const ask = (seed: string, ...more: string[]) =>
    lab(
      ...more,
      '--attack',
      ids,
      '--profile',
      'none,everything',
      '--seed',
      seed,
      '--json',
      '--out',
      join(place, `matrix-${seed}`),
    );
  const [first, second] = [await ask('1'), await ask('2', '--no-benign')];
  expect(first.err).toBe('');
  expect(first.code).toBe(0);
  const { attacks } = labReportSchema.parse(JSON.parse(first.out));
  expect(labReportSchema.parse(JSON.parse(second.out)).attacks).toEqual(attacks);
  expect(attacks.map(({ id }) => id).toSorted()).toEqual(ids.split(',').toSorted());
  for (const { id, results } of attacks) {
    expect([id, results.none?.outcome]).toEqual([id, 'landed']);
    expect([id, results.everything?.outcome]).toEqual([id, 'stopped']);
    expect(results.everything?.stoppedBy, id).toBeDefined();
  }
  const matrix = matrixSchema.parse(JSON.parse(readFileSync(join(place, 'matrix-1.json'), 'utf8')));
  const again = matrixSchema.parse(JSON.parse(readFileSync(join(place, 'matrix-2.json'), 'utf8')));
  expect({ ...again, seed: 1, benign: matrix.benign }).toEqual(matrix);
  expect(readFileSync(join(place, 'matrix-1.md'), 'utf8')).toContain('✗ landed');
});

test('an attack that lands under everything makes the command exit with 1, and says which', async () => {
  const folder = mkdtempSync(join(place, 'planted-'));
  // No attack: an oracle that takes the customer's own figures for loot.
  const honest = readFileSync(join(CATALOGUE, 'level-1-textbook.yaml'), 'utf8')
    .replace('id: level-1-textbook', 'id: own-figures')
    .replace(
      /^steps:[^]*?^oracle:[^]*?^defence:/m,
      "steps:\n  - do: say\n    text: What do I owe?\noracle:\n  - look: bytes\n    text: 'You owe'\ndefence:",
    );
  writeFileSync(join(folder, 'own-figures.yaml'), honest);
  const { code, out, err } = await lab(
    '--catalogue',
    folder,
    '--profile',
    'everything',
    '--no-benign',
    '--json',
  );
  expect(err).toContain('own-figures lands under everything.');
  expect(code).toBe(1);
  expect(labReportSchema.parse(JSON.parse(out)).attacks[0]?.results.everything?.outcome).toBe('landed');
});

test('a trace is one event of the contract a line, and its last line the verdict', async () => {
  const { code, out } = await lab('--attack', 'level-1-textbook', '--profile', 'none', '--trace');
  expect(code).toBe(0);
  const events = out
    .trim()
    .split('\n')
    .map((line) => traceEventSchema.parse(JSON.parse(line)));
  expect(events.at(-1)).toMatchObject({ kind: 'ended', data: { outcome: 'landed', repeatable: true } });
});

describe('bad input is refused in one line, and nothing is started', () => {
  test.each<[string, string[], RegExp]>([
    ['a profile', ['--profile', 'hope'], /^--profile: there is no profile "hope"\. Known: none, /],
    [
      'an attack',
      ['--attack', 'nothing-of-the-kind'],
      /^--attack: there is no attack "nothing-of-the-kind"\.$/,
    ],
    ['a seed', ['--seed', 'x'], /^--seed takes a whole number/],
    ['an option', ['--colour', 'red'], /--colour/],
  ])('%s', async (_name, args, expected) => {
    const { code, out, err } = await lab(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err.trim()).toMatch(expected);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  test('a hostile file of the catalogue, with its name and line', async () => {
    const folder = mkdtempSync(join(place, 'hostile-'));
    copyFileSync(join(CATALOGUE, 'level-1-textbook.yaml'), join(folder, 'level-1-textbook.yaml'));
    writeFileSync(join(folder, 'hostile.yaml'), 'title: hostile\nid: &a hostile\n');
    const { code, out, err } = await lab('--catalogue', folder, '--json');
    expect([code, out]).toEqual([2, '']);
    expect(err.trim()).toMatch(/^hostile\.yaml:2: anchors are not read\.$/);
  });

  test('a folder that is not there', async () => {
    const { code, err } = await lab('--catalogue', join(place, 'nowhere'));
    expect(code).toBe(2);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});
