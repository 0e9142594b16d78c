import type { Settings } from '#scripts/settings/env-file.ts';
import { addressOf, type Beside } from '#scripts/start/run-app.ts';
import { openGateTo } from './gate.ts';
import type { ClassPlace } from './place.ts';
import { joinAs } from './player.ts';

/** Nobody else's name: it is gone from the board when the check is over. */
const NAME = 'check before class';
const TEXTBOOK = 'level-1-textbook';

/** What is missing, in plain words; each is tried by itself. */
async function findMissing(settings: Settings, place: ClassPlace): Promise<string[]> {
  const missing: string[] = [];
  const must = async (what: string, work: () => Promise<unknown>) => {
    try {
      return await work();
    } catch (error) {
      missing.push(`${what}: ${error instanceof Error ? error.message.split('\n')[0] : 'unknown'}`);
      return null;
    }
  };
  const { port } = addressOf(settings);
  const { openClass } = await import('#lib/operations/lab/class/open-class.ts');
  const { removePlayer } = await import('#lib/operations/lab/class/remove-player.ts');
  const { closeDatabases } = await import('#lib/kernel/db.ts');
  const gate = await openGateTo(port, place);
  try {
    await removePlayer(NAME);
    const { code } = await openClass();
    await must('A player joins', async () => {
      const player = await joinAs(gate.url, code, NAME);
      await must('The page of levels', () => expectOk(player.page('/lab/levels')));
      await must('The first attack lands where nothing stands', () =>
        expectOutcome(player, 'none', 'landed'),
      );
      await must('The first attack is stopped where everything stands', () =>
        expectOutcome(player, 'everything', 'stopped'),
      );
      await must('The board', async () => {
        const { rows } = await player.board();
        if (!rows.some(({ name }) => name === NAME)) throw new Error('does not show who joined');
      });
    });
  } finally {
    await removePlayer(NAME);
    await closeDatabases();
    await gate.close();
  }
  return missing;
}

async function expectOk(asked: Promise<Response>): Promise<void> {
  const response = await asked;
  await response.body?.cancel();
  if (!response.ok) throw new Error(`answered ${response.status}`);
}

async function expectOutcome(
  player: Awaited<ReturnType<typeof joinAs>>,
  profile: 'none' | 'everything',
  outcome: string,
): Promise<void> {
  const { trace } = await player.run({ what: { attack: TEXTBOOK }, by: { profile } });
  const end = trace.at(-1);
  const came = end?.kind === 'ended' ? end.data.outcome : 'nothing';
  if (came !== outcome) throw new Error(`came out as ${came}`);
}

/** `npm run class -- --check`: a whole class with one player, on this machine, without any network; then "ready", or what is missing. */
export function checkBeside(place: ClassPlace): Beside {
  return async (settings) => {
    Object.assign(process.env, settings);
    const missing = await findMissing(settings, place);
    const network = place.isAlone
      ? ' (no local network now: join the room’s before you begin)'
      : ` at ${place.url}`;
    process.stdout.write(missing.length === 0 ? `ready${network}\n` : `${missing.join('\n')}\n`);
    return { lines: [], stop: () => Promise.resolve(), exitCode: missing.length === 0 ? 0 : 1 };
  };
}
