import type { Attack } from '#lib/contract/lab/attack.ts';
import { matrixSchema } from '#lib/contract/lab/matrix.ts';
import type { ProfileName } from '#lib/contract/lab/profile.ts';
import { BadAttack } from '#lib/operations/lab/catalogue/parse-attack.ts';
import { readCatalogue } from '#lib/operations/lab/catalogue/read-catalogue.ts';
import { DEFAULT_SEED } from '#lib/operations/lab/policy.ts';
import { findProblems } from '#lib/operations/lab/report/find-problems.ts';
import { toLabReport } from '#lib/operations/lab/report/to-lab-report.ts';
import { toMarkdown } from '#lib/operations/lab/report/to-markdown.ts';
import { CommandError } from '#scripts/console/step.ts';
import { providerInUse } from './world/provider-in-use.ts';
import { type LabWorld, startWorld } from './world/start-world.ts';

export type LabOptions = {
  readonly profiles: readonly ProfileName[];
  /** Null: all of them. */
  readonly attacks: readonly string[] | null;
  readonly catalogue: string;
  readonly application: string;
  readonly seed: number | null;
  readonly withBenign: boolean;
  readonly json: boolean;
  readonly trace: boolean;
  readonly write: (text: string, ending: '.json' | '.md') => void;
};

/** Measures what was asked for and prints the report. Exit code 1 where the regression gate is not passed. */
export async function runLab(options: LabOptions): Promise<number> {
  const { attacks, version } = chooseAttacks(options);
  const world = await startWorld(providerInUse());
  try {
    if (options.trace) return await printTraces(world, attacks, options);
    return await measure(world, attacks, version, options);
  } finally {
    await world.stop();
  }
}

function chooseAttacks({ catalogue, attacks: wanted }: LabOptions): {
  attacks: readonly Attack[];
  version: string;
} {
  try {
    const { attacks, version } = readCatalogue(catalogue);
    const unknown = wanted?.find((id) => !attacks.some((attack) => attack.id === id));
    if (unknown !== undefined) throw new CommandError(`--attack: there is no attack "${unknown}".`);
    return { attacks: wanted ? attacks.filter(({ id }) => wanted.includes(id)) : attacks, version };
  } catch (error) {
    if (error instanceof BadAttack) throw new CommandError(error.message);
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new CommandError(`--catalogue: there is no folder ${catalogue}.`);
    throw error;
  }
}

async function measure(
  world: LabWorld,
  attacks: readonly Attack[],
  catalogue: string,
  options: LabOptions,
): Promise<number> {
  const { measureMatrix } = await import('./measure/measure-matrix.ts');
  const { profiles, application, withBenign, json } = options;
  const seed = options.seed ?? DEFAULT_SEED;
  const measured = await measureMatrix(world, {
    attacks,
    catalogue,
    application,
    profiles,
    seed,
    withBenign,
  });
  const matrix = matrixSchema.parse(measured.matrix);
  options.write(`${JSON.stringify(matrix, null, 2)}\n`, '.json');
  options.write(toMarkdown(matrix), '.md');
  process.stdout.write(json ? `${JSON.stringify(toLabReport(matrix))}\n` : toMarkdown(matrix));
  for (const line of measured.trouble) process.stderr.write(`${line}\n`);
  const gates = findProblems(matrix).filter(({ isGate }) => isGate);
  if (json) for (const { says } of gates) process.stderr.write(`${says}\n`);
  return gates.length > 0 ? 1 : 0;
}

async function printTraces(
  world: LabWorld,
  attacks: readonly Attack[],
  { profiles }: LabOptions,
): Promise<number> {
  const { runAttack } = await import('#lib/operations/lab/run/run-attack.ts');
  for (const attack of attacks)
    for (const profile of profiles)
      for await (const event of runAttack(attack, { profile }, world.house))
        process.stdout.write(`${JSON.stringify(event)}\n`);
  return 0;
}
