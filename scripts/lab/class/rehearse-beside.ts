import { writeFileSync } from 'node:fs';
import { addressOf, type Beside } from '#scripts/start/run-app.ts';
import { openGateTo } from './gate.ts';
import type { ClassPlace } from './place.ts';
import { rehearse, type Rehearsal } from './rehearse.ts';

export type RehearsalWish = {
  readonly players: number;
  readonly seconds: number;
  readonly out: string | undefined;
};

const SEED = 20_261_127;

/** `npm run class -- --rehearse`: a whole class of simulated players at the gate, in a group of its own, then what came of it. */
export function rehearseBeside(place: ClassPlace, wish: RehearsalWish): Beside {
  return async (settings) => {
    Object.assign(process.env, settings);
    const { port } = addressOf(settings);
    const { openClass } = await import('#lib/operations/lab/class/open-class.ts');
    const { resetClass } = await import('#lib/operations/lab/class/move-class.ts');
    const { LEVELS } = await import('#lib/operations/lab/levels.ts');
    const { closeDatabases } = await import('#lib/kernel/db.ts');
    const gate = await openGateTo(port, place);
    try {
      await resetClass({ what: 'next-group' });
      const { code } = await openClass();
      process.stdout.write(`Rehearsal: ${wish.players} players for ${wish.seconds} s at ${gate.url}\n`);
      const came = await rehearse({ ...wish, url: gate.url, code, levels: LEVELS, seed: SEED });
      await resetClass({ what: 'next-group' });
      process.stdout.write(describe(came));
      if (wish.out) writeFileSync(wish.out, `${JSON.stringify(came, null, 2)}\n`);
      const exitCode = came.errors.length + came.wrongRows.length === 0 ? 0 : 1;
      return { lines: [], stop: () => Promise.resolve(), exitCode };
    } finally {
      await closeDatabases();
      await gate.close();
    }
  };
}

function describe({ runs, flags, runMsP50, runMsP95, errors, wrongRows }: Rehearsal): string {
  const lines = [
    `${runs} runs, ${flags} flags on the board; from press to end: half within ${(runMsP50 / 1000).toFixed(1)} s, 95 % within ${(runMsP95 / 1000).toFixed(1)} s`,
    errors.length === 0
      ? 'no error'
      : `${errors.length} errors:\n  ${[...new Set(errors)].slice(0, 20).join('\n  ')}`,
    wrongRows.length === 0 ? 'board correct' : `board wrong: ${wrongRows.join(', ')}`,
  ];
  return `${lines.join('\n')}\n`;
}
