import 'server-only';
import type { StepOf } from '#lib/contract/lab/scene.ts';
import type { TraceEvent } from '#lib/contract/lab/trace.ts';
import { personOf, type Run, traced } from './state.ts';

type Act = (run: Run, asked: StepOf<'meanwhile'>) => Promise<string>;

/** What the card was about, changed by hand: one cent of a paid invoice is given back, an open one is withdrawn. */
const CHANGED_BY_HAND = [
  `WITH one AS (UPDATE cs.invoice SET refunded_minor = refunded_minor + 1
      WHERE id = (SELECT resource_id FROM cs.proposal WHERE id = $1) AND status = 'paid' AND refunded_minor < paid_minor RETURNING *)
    INSERT INTO cs.refund (id, tenant_id, invoice_id, currency, method_id, amount_minor, status, requested_on, expected_on, reason)
    SELECT gen_random_uuid(), tenant_id, id, currency, (SELECT method_id FROM cs.payment p WHERE p.invoice_id = one.id AND p.status = 'succeeded' LIMIT 1),
      1, 'on_its_way', current_date, current_date + 9, 'By hand' FROM one`,
  `UPDATE cs.invoice SET status = 'void', due_minor = 0, void_reason = 'Wrong address'
    WHERE id = (SELECT resource_id FROM cs.proposal WHERE id = $1) AND status IN ('open', 'past_due')`,
] as const;

/** What time, administration and the vendor do meanwhile, for real. */
const ACTS: Readonly<Record<StepOf<'meanwhile'>['what'], Act>> = {
  'end-session': async (run, asked) => {
    const person = personOf(run, asked.as ?? run.attack.as);
    await run.house.admin(
      `INSERT INTO cs.ended_session (session_id, tenant_id, person_id, expires_at)
        SELECT $1, $2, $3, now() + interval '400 days' ON CONFLICT DO NOTHING`,
      [person?.session.sessionId, person?.viewer.homeTenantId, person?.viewer.personId],
    );
    return 'The session was ended.';
  },
  'make-member': async (run, asked) => {
    const person = personOf(run, asked.as ?? run.attack.as);
    await run.house.admin(`UPDATE cs.person SET role = 'member' WHERE id = $1`, [person?.viewer.personId]);
    return 'The owner became a member.';
  },
  pause: async (run) => {
    await run.house.admin(
      `INSERT INTO cs.flag (scope, subject, paused) VALUES ('tenant', $1, true) ON CONFLICT (scope, subject) DO UPDATE SET paused = true`,
      [run.cast.customerId],
    );
    await run.house.admin(`SELECT pg_notify('cs_flags', '')`);
    return 'The customer was paused.';
  },
  'pass-time': async (run, { minutes = 60 }) => {
    const tenants = [run.cast.customerId, run.cast.strangerId, run.cast.people.approver.viewer.homeTenantId];
    await run.house.admin(
      `INSERT INTO lab.clock SELECT id, make_interval(mins => $2) FROM unnest($1::uuid[]) id
        ON CONFLICT (tenant_id) DO UPDATE SET moved_by = lab.clock.moved_by + EXCLUDED.moved_by`,
      [tenants, minutes],
    );
    return `${minutes} minutes passed.`;
  },
  'change-ledger': async (run) => {
    for (const sql of CHANGED_BY_HAND)
      await run.house.admin(sql, [run.cards.at(-1)?.card.approvalId ?? null]);
    return 'The vendor changed the invoice by hand.';
  },
  'tamper-proposal': async (run) => {
    await run.house.admin(
      `UPDATE cs.proposal_card SET arguments = regexp_replace(arguments, '"amountMinor":([0-9]+)', '"amountMinor":1\\1') WHERE proposal_id = $1`,
      [run.cards.at(-1)?.card.approvalId ?? null],
    );
    return 'The stored arguments of the card were altered.';
  },
};

export async function* meanwhile(
  run: Run,
  step: number,
  asked: StepOf<'meanwhile'>,
): AsyncGenerator<TraceEvent> {
  yield traced(run, 'meanwhile', step, { what: await ACTS[asked.what](run, asked) });
}
