import { plantForRequests } from '#faults';
import type { Usefulness } from '#lib/contract/lab/matrix.ts';
import type { DefendedBy } from '#lib/contract/lab/profile.ts';
import { plantedBy } from '#lib/operations/lab/list-switches.ts';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Dialogue, readDialogues } from '#scripts/liveness/dialogue-file.ts';
import { invite } from '#scripts/liveness/invite.ts';
import { runDialogue } from '#scripts/liveness/run-dialogue.ts';
import { summarise } from '#scripts/liveness/summarise.ts';
import { root } from '#scripts/system/paths.ts';
import { inLanes } from '#lib/kernel/in-lanes.ts';

const HOME = join(root, 'scripts', 'liveness', 'dialogues');
/** Of dialogues that differ in wording alone, one in so many is held under every profile. */
const ONE_IN = 8;
const FAILED_TOLD = 20;

/** Honest dialogues: every innocent sentence that sounds like an attack, and of the others the first of each eight wordings. */
export function honestDialogues(): Dialogue[] {
  const files = readdirSync(HOME).toSorted();
  const other = files
    .filter((file) => file !== 'innocent.jsonl')
    .flatMap((file) => readDialogues(join(HOME, file)));
  return [
    ...readDialogues(join(HOME, 'innocent.jsonl')),
    ...other.filter((_, index) => index % ONE_IN === 0),
  ];
}

/** Holds the dialogues over the real route while this is planted, each as a fresh person of a fresh customer. */
export async function measureUsefulness(
  by: DefendedBy,
  dialogues: readonly Dialogue[],
  { url, lanes, advance }: { url: string; lanes: number; advance: () => void },
): Promise<Usefulness> {
  const { faults } = plantedBy(by);
  const planted = faults.length > 0 ? plantForRequests(faults) : null;
  const headers = planted ? { [planted.header]: planted.token } : {};
  try {
    const results = await inLanes(dialogues, lanes, async (dialogue) => {
      const guest = await invite(dialogue.as, url);
      const turns = await runDialogue(dialogue, { ...guest, seat: { ...guest.seat, headers } });
      advance();
      return turns;
    });
    const { turns, completed, falseBlocks, approvals, failed } = summarise(dialogues.length, results.flat());
    const promptsPerTask = Math.round((approvals.shown / Math.max(1, turns)) * 1_000) / 1_000;
    const told = failed.slice(0, FAILED_TOLD).map(({ id, say, why }) => ({ id, say, why }));
    return { tasks: turns, completed, falseBlocks, prompts: approvals.shown, promptsPerTask, failed: told };
  } finally {
    planted?.end();
  }
}
