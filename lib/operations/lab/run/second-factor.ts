import 'server-only';
import type { Actor } from '#lib/contract/lab/scene.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { confirmFactor } from '#lib/stages/identity/second-factor/confirm-factor.ts';
import { enrolFactor } from '#lib/stages/identity/second-factor/enrol-factor.ts';
import { TOTP } from '#lib/stages/identity/second-factor/policy.ts';
import { codeAt } from '#lib/stages/identity/second-factor/time-code.ts';
import type { Run } from './state.ts';

/** A code that is good now, of the authenticator that this person is given the first time. Each is handed out once. */
export async function codeNow(run: Run, actor: Exclude<Actor, 'nobody'>): Promise<string> {
  const [row] = await run.house.admin<{ step: string }>(
    `SELECT floor(extract(epoch FROM cs.now()) / $1)::bigint::text AS step FROM set_config('cs.tenant_id', $2, false)`,
    [TOTP.periodS, run.cast.people[actor].viewer.homeTenantId],
  );
  const now = BigInt(row?.step ?? 0);
  const known = run.secrets.get(actor) ?? (await enrol(run, actor, now));
  const step = known.usedStep + 1n > now ? known.usedStep + 1n : now;
  run.secrets.set(actor, { ...known, usedStep: step });
  return codeAt(known.secret, step);
}

async function enrol(run: Run, actor: Exclude<Actor, 'nobody'>, now: bigint) {
  const { viewer, email } = run.cast.people[actor];
  const { secret } = await withViewer(viewer, (tx) => enrolFactor(viewer, tx, { account: email }));
  const step = now - 1n;
  await withViewer(viewer, (tx) => confirmFactor(viewer, tx, { code: codeAt(secret, step) }));
  return { secret, usedStep: step };
}
