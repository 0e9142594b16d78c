import type { Attack } from '#lib/contract/lab/attack.ts';
import type { Cell, Matrix, Usefulness } from '#lib/contract/lab/matrix.ts';
import type { ProfileName } from '#lib/contract/lab/profile.ts';
import { describeLook } from '#lib/operations/lab/report/describe-look.ts';
import { isScripted, runCell } from '#lib/operations/lab/run/run-cell.ts';
import { chooseModel } from '#lib/stages/model/choose-model.ts';
import { PROMPT_VERSION } from '#lib/stages/prompt/policy.ts';
import { progressBar } from '#scripts/liveness/progress-bar.ts';
import type { LabWorld } from '../world/start-world.ts';
import { inLanes } from '#lib/kernel/in-lanes.ts';
import { honestDialogues, measureUsefulness } from './usefulness.ts';

export type Measuring = {
  readonly attacks: readonly Attack[];
  readonly catalogue: string;
  readonly application: string;
  readonly profiles: readonly ProfileName[];
  readonly seed: number;
  readonly withBenign: boolean;
};

/** Runs side by side: more than cores, since most of a run waits for the database and the model. */
const LANES = 4;

/** Every attack against every profile, then honest tasks under each; `trouble` is what broke on the way. */
export async function measureMatrix(
  world: LabWorld,
  measuring: Measuring,
): Promise<{ matrix: Matrix; trouble: string[] }> {
  const { attacks, profiles, withBenign } = measuring;
  const dialogues = withBenign ? honestDialogues() : [];
  const bar = progressBar((attacks.length + dialogues.length) * profiles.length, 'runs');
  const trouble: string[] = [];
  const pairs = shuffled(
    attacks.flatMap((attack) => profiles.map((profile) => ({ attack, profile }))),
    measuring.seed,
  );
  const cells = new Map<string, Cell>();
  await inLanes(pairs, LANES, async ({ attack, profile }) => {
    const result = await runCell(attack, { profile }, world.house);
    cells.set(`${attack.id} ${profile}`, result.cell);
    trouble.push(...result.trouble.map((line) => `${attack.id} under ${profile}: ${line}`));
    bar.advance();
  });
  const benign: Record<string, Usefulness> = {};
  const holding = { url: world.url, lanes: LANES, advance: bar.advance };
  for (const profile of withBenign ? profiles : [])
    benign[profile] = await measureUsefulness({ profile }, dialogues, holding);
  bar.end();
  return { matrix: toMatrix(measuring, cells, benign), trouble: trouble.toSorted() };
}

function toMatrix(
  { attacks, profiles, seed, catalogue, application }: Measuring,
  cells: ReadonlyMap<string, Cell>,
  benign: Record<string, Usefulness>,
): Matrix {
  const { name: model, scripted } = chooseModel();
  const node = process.version;
  const results = ({ id }: Attack) =>
    Object.fromEntries(
      profiles.flatMap((profile) => {
        const cell = cells.get(`${id} ${profile}`);
        return cell ? [[profile, cell]] : [];
      }),
    );
  return {
    versions: { report: 1, application, catalogue, prompt: PROMPT_VERSION, model, live: !scripted, node },
    seed,
    profiles: [...profiles],
    attacks: attacks.map((attack) => ({
      id: attack.id,
      title: attack.title,
      category: attack.category,
      owasp: attack.mappings.owasp,
      scripted: isScripted(attack),
      oracle: attack.oracle.map(describeLook),
      results: results(attack),
    })),
    benign,
  };
}

/** In another order with another seed, so that no result can depend on what ran before it; the same with the same one. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  let state = seed >>> 0 || 1;
  const next = (below: number) => {
    // xorshift32 (Marsaglia, 2003)
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
  const order = [...items];
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = next(at + 1);
    const [a, b] = [order[at], order[other]];
    if (a !== undefined && b !== undefined) [order[at], order[other]] = [b, a];
  }
  return order;
}
