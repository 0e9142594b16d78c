import { inLanes } from '#lib/kernel/in-lanes.ts';
import { isProviderSet } from '#lib/stages/model/provider-settings.ts';
import { PROVIDER_SETTINGS } from '#scripts/model/read-provider.ts';
import { readSettings } from '#scripts/settings/env-file.ts';
import { startApp } from '#scripts/test/start-app.ts';
import type { Dialogue } from './dialogue-file.ts';
import { progressBar } from './progress-bar.ts';
import { runDialogue, type TurnResult } from './run-dialogue.ts';
import { describeSummary, describeTurn, summarise } from './summarise.ts';

/** How many dialogues are held at a time. */
const CONCURRENCY = 4;

/** Starts an app, holds the dialogues with it, prints the outcome. Exit code 0 where every turn was completed, else 1. */
export async function holdDialogues(
  dialogues: readonly Dialogue[],
  { json, show }: { json: boolean; show: boolean },
): Promise<number> {
  const app = await startApp({ env: configuredModel() });
  try {
    Object.assign(process.env, app.settings);
    // Loaded only now: these read the environment that was just set.
    const { invite } = await import('./invite.ts');
    const { closeDatabases } = await import('#lib/kernel/db.ts');
    const bar = progressBar(dialogues.length);
    const results = await inLanes(dialogues, CONCURRENCY, async (dialogue) => {
      const turns = await runDialogue(dialogue, await invite(dialogue.as, app.url));
      bar.advance();
      return turns;
    });
    bar.end();
    await closeDatabases();
    return report(dialogues.length, results.flat(), { json, show });
  } finally {
    await app.stop();
  }
}

function report(
  dialogues: number,
  results: readonly TurnResult[],
  { json, show }: { json: boolean; show: boolean },
) {
  const summary = summarise(dialogues, results);
  if (json) process.stdout.write(`${JSON.stringify(summary)}\n`);
  else {
    if (show) process.stdout.write(results.filter(isWorthShowing).map(describeTurn).join(''));
    process.stdout.write(describeSummary(summary));
  }
  return summary.completed === summary.turns ? 0 : 1;
}

function isWorthShowing(turn: TurnResult): boolean {
  return turn.why.length > 0 || turn.unverified.length > 0 || turn.claims.unverified.length > 0;
}

/** The provider that this clone or this shell is set to; none where the demonstration model answers. */
function configuredModel(): Record<string, string> {
  const settings = readSettings();
  if (!isProviderSet(settings)) return {};
  // The settings that choose the model; everything else is this run's own.
  return Object.fromEntries(PROVIDER_SETTINGS.map((name) => [name, settings[name] ?? '']));
}
