import { withViewer } from '#lib/kernel/db.ts';
import { confirmFactor } from '#lib/stages/identity/second-factor/confirm-factor.ts';
import { enrolFactor } from '#lib/stages/identity/second-factor/enrol-factor.ts';
import { TOTP } from '#lib/stages/identity/second-factor/policy.ts';
import { codeAt } from '#lib/stages/identity/second-factor/time-code.ts';
import type { Episode, Person } from './episode.ts';

/** The step of the episode's clock now. */
function stepNow(episode: Episode): number {
  return Math.floor((Date.now() / 1000 + episode.aheadS) / TOTP.periodS);
}

async function enrol(episode: Episode, person: Person): Promise<string> {
  const { secret } = await withViewer(person.viewer, (tx) =>
    enrolFactor(person.viewer, tx, { account: person.email }),
  );
  const code = codeAt(secret, BigInt(stepNow(episode) - 1));
  await withViewer(person.viewer, (tx) => confirmFactor(person.viewer, tx, { code }));
  person.usedStep = Math.max(person.usedStep, stepNow(episode) - 1);
  return secret;
}

/** A code of this person that is good now and was never used, with its step; waits for one by moving the clock where it must. */
export async function freshCode(
  episode: Episode,
  person: Person,
  jump: (seconds: number) => Promise<void>,
): Promise<{ code: string; step: number }> {
  person.secret ??= enrol(episode, person);
  const secret = await person.secret;
  if (person.usedStep >= stepNow(episode) + TOTP.window) await jump(TOTP.periodS * 2);
  const step = Math.max(person.usedStep + 1, stepNow(episode));
  // Handed out once: whoever decides twice at a time shows two codes.
  person.usedStep = step;
  return { code: codeAt(secret, BigInt(step)), step };
}
