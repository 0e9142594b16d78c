import 'server-only';
import type { Cell, Matrix } from '#lib/contract/lab/matrix.ts';
import { findProblems } from './find-problems.ts';

const SIGNS = { landed: '✗ landed', stopped: '✓', 'not-tried': '– not tried' } as const;

/** The whole measurement as a page: what landed where, what honest people paid for it, what the oracles looked at. */
export function toMarkdown(matrix: Matrix): string {
  return `${[head(matrix), security(matrix), usefulness(matrix), problems(matrix), oracles(matrix)].filter((part) => part !== '').join('\n\n')}\n`;
}

function head({ versions, seed, attacks, profiles }: Matrix): string {
  const { application, catalogue, prompt, model, live } = versions;
  return [
    '# What lands, and what it costs',
    '',
    `${attacks.length} attacks, ${profiles.length} ${profiles.length === 1 ? 'profile' : 'profiles'}; written by \`npm run lab\`. Application ${application}, catalogue \`${catalogue}\`, prompt ${prompt}, model ${model}, seed ${seed}.`,
    live
      ? '\n**A live model answered: another run may come out differently.**'
      : '\nThe demonstration model and scripts answered: another run with this seed comes out the same.',
  ].join('\n');
}

function security({ attacks, profiles }: Matrix): string {
  const counts = profiles.map(
    (profile) => attacks.filter(({ results }) => results[profile]?.outcome === 'landed').length,
  );
  return [
    '## Security',
    '',
    row(['attack', ...profiles]),
    row(['---', ...profiles.map(() => '---')]),
    row(['**landed**', ...counts.map((count) => `**${count}**`)]),
    ...attacks.map(({ id, results }) =>
      row([`\`${id}\``, ...profiles.map((profile) => sign(results[profile]))]),
    ),
  ].join('\n');
}

function sign(cell: Cell | undefined): string {
  if (!cell) return '';
  const { outcome, stoppedBy } = cell;
  return outcome === 'stopped' ? `${SIGNS.stopped} ${stoppedBy ?? 'stopped'}` : SIGNS[outcome];
}

function usefulness({ benign, profiles }: Matrix): string {
  if (Object.keys(benign).length === 0) return '';
  return [
    '## Usefulness',
    '',
    'Honest tasks over the same route: a defence that breaks the product is no defence.',
    '',
    row(['profile', 'tasks', 'completed', 'wrongly blocked', 'cards to read per task']),
    row(['---', '---:', '---:', '---:', '---:']),
    ...profiles.flatMap((profile) => {
      const found = benign[profile];
      if (!found) return [];
      const share = ((found.completed / Math.max(1, found.tasks)) * 100).toFixed(1);
      return [
        row([
          profile,
          String(found.tasks),
          `${found.completed} (${share} %)`,
          String(found.falseBlocks),
          found.promptsPerTask.toFixed(2),
        ]),
      ];
    }),
  ].join('\n');
}

function problems(matrix: Matrix): string {
  const found = findProblems(matrix);
  if (found.length === 0) return '';
  return ['## Against it', '', ...found.map(({ says }) => `- ${says}`)].join('\n');
}

function oracles({ attacks }: Matrix): string {
  return [
    '## What the oracles looked at',
    '',
    row(['attack', 'OWASP', 'landed means']),
    row(['---', '---', '---']),
    ...attacks.map(({ id, owasp, oracle }) => row([`\`${id}\``, owasp.join(', '), oracle.join('; ')])),
  ].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
}
