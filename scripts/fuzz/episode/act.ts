import { newId } from '#lib/kernel/ids.ts';
import { addEarlier } from './add-earlier.ts';
import type { Act, Who } from './commands.ts';
import { confirmAttack } from './confirm-attack.ts';
import { holdPerson } from './hold-person.ts';
import { setBudget } from './set-budget.ts';
import { keepOut } from './keep-out.ts';
import { disturbMessages } from './disturb-messages.ts';
import type { Episode } from './episode.ts';
import { askForbiddenSecond, leakKey } from './ask-provider.ts';
import { readSentOf } from './read-sent-of.ts';
import { closeStretch, reopenStretch } from './snapshot.ts';

/** What administration, time and the vendor do meanwhile: behind the walls, and known to the oracle. */
export async function act(episode: Episode, command: Act): Promise<void> {
  episode.steps += 1;
  const { admin } = episode.world;
  switch (command.do) {
    case 'jump':
      return jump(episode, command.seconds);
    case 'role':
      return changeRole(episode, command);
    case 'revoke':
      episode.people[command.who].isSignedIn = false;
      await admin('UPDATE cs.person SET session_version = session_version + 1 WHERE id = $1', [
        idOf(episode, command.who),
      ]);
      return;
    case 'sign-out':
      return signOut(episode, command.who);
    case 'sign-in':
      return signIn(episode, command.who);
    case 'pause':
      return pause(episode, command.scope, command.tool);
    case 'resume':
      return resume(episode);
    case 'keep-out':
      return keepOut(episode);
    case 'restart':
      return episode.world.restart();
    case 'swap-messages':
    case 'plain-message':
    case 'alter-commitment':
      return disturbMessages(episode, command.who, command.do);
    case 'read-sent':
      return readSentOf(episode, command.who, command.of);
    case 'leak-key':
      return leakKey(episode);
    case 'forbidden-second':
      return askForbiddenSecond(episode);
    case 'hold':
      return holdPerson(episode, command.who);
    case 'budget':
      return setBudget(episode, command);
    case 'confirm-attack':
      return confirmAttack(episode, command.text);
    case 'earlier-effects':
      return addEarlier(episode, command);
    default:
      return onCard(episode, command);
  }
}

function idOf(episode: Episode, who: Who): string {
  return episode.people[who].viewer.personId;
}

async function changeRole(episode: Episode, { who, role }: Extract<Act, { do: 'role' }>): Promise<void> {
  episode.people[who].role = role;
  await episode.world.admin('UPDATE cs.person SET role = $1 WHERE id = $2', [role, idOf(episode, who)]);
}

async function resume(episode: Episode): Promise<void> {
  episode.paused.clear();
  episode.pausedAtMs = null;
  await episode.world.admin(`DELETE FROM cs.flag WHERE subject = ANY($1)`, [subjects(episode)]);
}

async function jump(episode: Episode, seconds: number): Promise<void> {
  episode.aheadS += seconds;
  const tenants = [...new Set(Object.values(episode.people).map(({ viewer }) => viewer.homeTenantId))];
  await episode.world.admin(
    `INSERT INTO fuzz.clock SELECT id, make_interval(secs => $2) FROM unnest($1::uuid[]) id
      ON CONFLICT (tenant_id) DO UPDATE SET moved_by = EXCLUDED.moved_by`,
    [tenants, episode.aheadS],
  );
}

async function signOut(episode: Episode, who: Who): Promise<void> {
  const person = episode.people[who];
  person.isSignedIn = false;
  await episode.world.admin(
    `INSERT INTO cs.ended_session (session_id, tenant_id, person_id, expires_at) VALUES ($1, $2, $3, now() + interval '400 days')
      ON CONFLICT DO NOTHING`,
    [person.session.sessionId, person.viewer.homeTenantId, person.viewer.personId],
  );
}

async function signIn(episode: Episode, who: Who): Promise<void> {
  const person = episode.people[who];
  const [row] = await episode.world.admin<{ version: number }>(
    'SELECT session_version AS version FROM cs.person WHERE id = $1',
    [person.viewer.personId],
  );
  person.isSignedIn = true;
  person.viewer = { ...person.viewer, role: person.role };
  person.session = {
    ...person.session,
    role: person.role,
    sessionVersion: row?.version ?? 1,
    sessionId: newId(),
  };
}

function subjects(episode: Episode): string[] {
  const { owner } = episode.people;
  return [owner.viewer.homeTenantId, episode.modelName, '*', ...episode.paused];
}

async function pause(episode: Episode, scope: string, tool: string | undefined): Promise<void> {
  const all = subjects(episode);
  const subject = { tenant: all[0], model: all[1], global: '*', tool: tool ?? 'get_plan' }[scope] ?? '*';
  episode.pausedAtMs ??= performance.now();
  episode.paused.add(scope === 'tool' ? subject : scope);
  await episode.world.admin(
    `INSERT INTO cs.flag (scope, subject, paused) VALUES ($1, $2, true) ON CONFLICT (scope, subject) DO UPDATE SET paused = true`,
    [scope, subject],
  );
  await episode.world.admin(`SELECT pg_notify('cs_flags', '')`);
}

type OnCard = Extract<Act, { card: number }>;

async function onCard(episode: Episode, command: OnCard): Promise<void> {
  const proposalId = episode.cards[Math.min(command.card, episode.cards.length - 1)];
  if (!proposalId) return;
  const { admin } = episode.world;
  const { step } = episode;
  if (command.do === 'old-policy') {
    await admin(`UPDATE cs.proposal SET policy_version = '2020-01-01' WHERE id = $1`, [proposalId]);
    episode.notes.push({ kind: 'policy-changed', step, proposalId });
    return;
  }
  if (command.do === 'tamper') {
    await admin(
      `UPDATE cs.proposal_card SET arguments = regexp_replace(arguments, '"amountMinor":[0-9]+', '"amountMinor":' || $2) WHERE proposal_id = $1`,
      [proposalId, String(command.amountMinor)],
    );
    episode.notes.push({ kind: 'tampered', step, proposalId });
    return;
  }
  await closeStretch(episode);
  const touched =
    command.do === 'vendor-refund'
      ? await vendorRefund(episode, proposalId)
      : await admin(
          `UPDATE cs.invoice SET status = 'void', due_minor = 0, void_reason = 'Wrong address'
            WHERE id = (SELECT resource_id FROM cs.proposal WHERE id = $1) AND status = 'open' RETURNING 1 AS touched`,
          [proposalId],
        );
  if (touched.length > 0) episode.notes.push({ kind: 'resource-touched', step, proposalId });
  await reopenStretch(episode);
}

/** The vendor gives one unit back by hand, so that the invoice is not what it was. */
async function vendorRefund({ world }: Episode, proposalId: string): Promise<unknown[]> {
  return world.admin(
    `WITH one AS (UPDATE cs.invoice SET refunded_minor = refunded_minor + 1
        WHERE id = (SELECT resource_id FROM cs.proposal WHERE id = $1) AND status = 'paid' AND refunded_minor < paid_minor RETURNING *)
      INSERT INTO cs.refund (id, tenant_id, invoice_id, currency, method_id, amount_minor, status, requested_on, expected_on, reason)
      SELECT $2, tenant_id, id, currency, (SELECT method_id FROM cs.payment p WHERE p.invoice_id = one.id AND p.status = 'succeeded' LIMIT 1),
        1, 'on_its_way', current_date, current_date + 9, 'By hand' FROM one RETURNING 1 AS touched`,
    [proposalId, newId()],
  );
}
