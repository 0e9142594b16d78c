import 'server-only';
import { database, type Tx } from '#lib/kernel/db.ts';
import { reduceError } from '#lib/kernel/errors.ts';
import { NIL_ID } from '#lib/kernel/ids.ts';
import { log } from '#lib/kernel/log.ts';
import { openMailServer, type Outgoing } from '#lib/kernel/mail/deliver-mail.ts';
import { BATCH, MAX_ATTEMPTS } from '#lib/kernel/mail/policy.ts';

type Deliver = (mail: Outgoing) => Promise<void>;
type Result = { id: string; outcome: 'sent' | 'failed' | 'unreachable' };

/** Failures that say nothing about the mail: no server, no agreement with it. They use up none of its attempts. */
const UNREACHABLE: readonly string[] = [
  'ECONNECTION',
  'ECONNREFUSED',
  'ECONNRESET',
  'EDNS',
  'ESOCKET',
  'ETIMEDOUT',
  'ETLS',
  'EAUTH',
  'ENOAUTH',
  'EOAUTH2',
  'EPROTOCOL',
];

/**
 * Sends what waits in the outbox. A mail's row is held while it is sent, so of several workers one sends it; a crash in
 * between sends it again, under the same Message-ID. Without SMTP_URL everything stays. Returns how many were sent.
 */
export async function sendMail(): Promise<number> {
  const server = openMailServer();
  if (!server) return 0;
  try {
    return await sendBatch(server.deliver);
  } finally {
    server.close();
  }
}

async function sendBatch(deliver: Deliver): Promise<number> {
  let sent = 0;
  let after = NIL_ID;
  for (let count = 0; count < BATCH; count += 1) {
    const result = await database('jobs').$transaction((tx) => sendNext(tx, deliver, after));
    if (!result || result.outcome === 'unreachable') break;
    if (result.outcome === 'sent') sent += 1;
    after = result.id;
  }
  if (sent > 0) log.info('mail.sent', { count: sent });
  return sent;
}

async function sendNext(tx: Tx, deliver: Deliver, after: string): Promise<Result | null> {
  const [mail] = await tx.$queryRaw<Outgoing[]>`
    SELECT id, recipient, subject, body FROM cs.outbox_mail
    WHERE sent_at IS NULL AND id > ${after}::uuid AND attempts < ${MAX_ATTEMPTS}::int
      AND created_at + make_interval(mins => (power(2, attempts) - 1)::int) <= cs.now()
    ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED`;
  if (!mail) return null;
  const failure = await deliver(mail).then(
    () => null,
    (error: unknown) => reduceError(error).code,
  );
  if (failure === null) {
    await tx.$executeRaw`UPDATE cs.outbox_mail SET sent_at = cs.now(), attempts = attempts + 1, last_error = NULL WHERE id = ${mail.id}::uuid`;
    return { id: mail.id, outcome: 'sent' };
  }
  const isUnreachable = UNREACHABLE.includes(failure);
  log.warn('mail.failed', { errorCode: failure });
  await tx.$executeRaw`
    UPDATE cs.outbox_mail SET attempts = attempts + ${isUnreachable ? 0 : 1}::int, last_error = ${failure} WHERE id = ${mail.id}::uuid`;
  return { id: mail.id, outcome: isUnreachable ? 'unreachable' : 'failed' };
}
