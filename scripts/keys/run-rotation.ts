import { CommandError } from '#scripts/console/step.ts';
import { withClient } from '#scripts/database/connect.ts';
import { progressBar } from '#scripts/liveness/progress-bar.ts';
import type { Settings } from '#scripts/settings/env-file.ts';
import { planRotation } from './plan-rotation.ts';
import { describePlan, type Rotated, rotateKeys } from './rotate-keys.ts';
import { describeSecrets, rotateSecrets, type SecretReport } from './rotate-secrets.ts';
import { ringPlace } from './ring-place.ts';

type Options = { dryRun: boolean; all: boolean; json: boolean };

/**
 * The whole of `npm run keys:rotate`.
 * @param given the environment as the command was called with it: what stands there can't be changed here
 * @returns the exit code: 1 where a data key opens under no key
 */
export function runRotation(settings: Settings, given: Settings, options: Options): Promise<number> {
  return alone(settings.DATABASE_URL_SEAL ?? '', async () => {
    const place = ringPlace(settings, given);
    if (options.dryRun) {
      const plan = await planRotation(place);
      const secrets = options.all ? describeSecrets(given) : [];
      const { active, added, old, forgotten } = plan;
      const report = { dryRun: true, active, added: added !== null, old, forgotten, secrets };
      say(options, report, [...describePlan(plan), ...secrets.map(secretLine)]);
      return 0;
    }
    const rotated = await withBar((progress) => rotateKeys(place, progress));
    const secrets = options.all ? await rotateSecrets(given) : [];
    say(options, { dryRun: false, ...rotated, secrets }, [...describe(rotated), ...secrets.map(secretLine)]);
    return rotated.unreadable.length > 0 ? 1 : 0;
  });
}

/** Two rotations at once would each wait for the other's end. The lock is a transaction's, which a pooler keeps on one connection. */
async function alone<T>(sealUrl: string, work: () => Promise<T>): Promise<T> {
  return withClient(sealUrl, async (client) => {
    await client.query('BEGIN');
    const { rows } = await client.query<{ free: boolean }>(
      "SELECT pg_try_advisory_xact_lock(hashtextextended('keys:rotate', 0)) AS free",
    );
    if (!rows[0]?.free) throw new CommandError('Another rotation is running.');
    return work();
  });
}

async function withBar(
  work: (progress: Parameters<typeof rotateKeys>[1]) => Promise<Rotated>,
): Promise<Rotated> {
  let bar: ReturnType<typeof progressBar> | undefined;
  try {
    return await work({
      total: (keys) => (bar = progressBar(keys, 'keys')),
      advance: (keys) => bar?.advance(keys),
    });
  } finally {
    bar?.end();
  }
}

function say({ json }: Options, report: object, lines: readonly string[]): void {
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : `${lines.join('\n')}\n`);
}

function describe({ active, added, rewrapped, rewrapMs, retired, forgotten, unreadable }: Rotated): string[] {
  return [
    added ? `${active} is new on the ring: keep a copy of it` : `An earlier rotation to ${active} went on`,
    `${rewrapped} keys wrapped again in ${(rewrapMs / 1_000).toFixed(1)} s`,
    ...retired.map(
      (kekId) => `${kekId} is retired: it stays on the ring for backups, and wraps nothing any more`,
    ),
    ...forgotten.map((kekId) => `${kekId} has left the ring`),
    ...unreadable.map((id) => `Data key ${id} opens under no key: left as it is`),
  ];
}

function secretLine({ setting, rotated, effect }: SecretReport): string {
  return `${setting} ${rotated ? 'is new: ' : ''}${effect}`;
}
