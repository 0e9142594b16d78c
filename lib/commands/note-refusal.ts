import 'server-only';
import type { ErrorCode } from '#lib/contract/errors.ts';
import { database, withViewer } from '#lib/kernel/db.ts';
import type { AuditEntry, Viewer } from '#lib/kernel/ports.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import { takesEntry } from '#lib/stages/audit/refusal-window.ts';

/** Of the codes, `unreadable` is no refusal: a stored value did not decrypt in its place, which only damage or tampering explains. */
type Refusal = { code: ErrorCode; route: string; requestId: string };

/**
 * Writes down that a request was refused at the door, in the name of the signed-in person or of nobody. A flood is counted
 * instead of written line by line. Never hides the refusal behind its own failure.
 */
export async function noteRefusal(viewer: Viewer | null, refusal: Refusal): Promise<void> {
  const { code, route, requestId } = refusal;
  const refused = whatHappened(code, route);
  const entry = { ...refused, rule: code, subjectKind: 'route', subjectId: route, requestId };
  const write = (facts?: AuditEntry['facts']) => writeEntry(viewer, facts ? { ...entry, facts } : entry);
  const isWritten = takesEntry(viewer?.personId ?? 'nobody', (count) => write({ furtherRefusals: count }));
  if (isWritten) await write();
}

/** What admission said to a message, which is a refusal of another kind than one at the door. */
const OF_ADMISSION: ReadonlySet<string> = new Set<ErrorCode>([
  'rate_limited',
  'budget_exhausted',
  'paused',
  'in_progress',
  'idempotency_conflict',
]);

function whatHappened(code: Refusal['code'], route: string) {
  if (code === 'unreadable') return { action: 'conversation.unreadable', outcome: 'failed' } as const;
  if (route === 'chat' && OF_ADMISSION.has(code))
    return { action: 'turn.refused', outcome: 'denied', stage: 'admission' } as const;
  return { action: 'request.refused', outcome: 'denied' } as const;
}

async function writeEntry(viewer: Viewer | null, entry: AuditEntry): Promise<void> {
  const writing = viewer
    ? withViewer(viewer, (tx) => recordAudit(viewer, tx, [entry]))
    : recordAudit(null, database('auth'), [entry]);
  await writing.catch(() => undefined);
}
