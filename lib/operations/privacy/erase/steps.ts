import 'server-only';
import type { EraseScope } from '#lib/contract/privacy.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { ERASE_BATCH, type GoesCategory } from '../policy.ts';
import type { ErasureRow } from './erasure-row.ts';

/** Removes up to a batch of rows and says how many; called until it says 0. `counts` names the line of the receipt they are on. */
export type EraseStep = {
  readonly counts: GoesCategory | 'changes_withdrawn' | 'keys' | null;
  readonly run: (tx: Tx, erasure: ErasureRow) => Promise<number>;
};

// Children first; the keys went before any of it. What row-level security lets go is only what belongs to a running erasure.
const MESSAGES: EraseStep = {
  counts: 'messages',
  run: (tx, { personId, scope, scopeId }) => tx.$executeRaw`
    DELETE FROM cs.message WHERE id IN (SELECT m.id FROM cs.message m
      WHERE m.conversation_id IN (SELECT c.id FROM cs.conversation c
        WHERE c.person_id = ${personId}::uuid AND (${scope} = 'account' OR c.id = ${scopeId}::uuid)) LIMIT ${ERASE_BATCH}::int)`,
};
const FEEDBACK: EraseStep = {
  counts: 'feedback',
  run: (tx, { personId, scope, scopeId }) => tx.$executeRaw`
    DELETE FROM cs.feedback WHERE (message_id, person_id) IN (SELECT f.message_id, f.person_id FROM cs.feedback f
      WHERE f.person_id = ${personId}::uuid AND (${scope} = 'account' OR f.conversation_id = ${scopeId}::uuid) LIMIT ${ERASE_BATCH}::int)`,
};
const HANDLES: EraseStep = {
  counts: null,
  run: (tx, { personId, scope, scopeId }) => tx.$executeRaw`
    DELETE FROM cs.handle WHERE handle IN (SELECT h.handle FROM cs.handle h
      WHERE h.conversation_id IN (SELECT c.id FROM cs.conversation c
        WHERE c.person_id = ${personId}::uuid AND (${scope} = 'account' OR c.id = ${scopeId}::uuid)) LIMIT ${ERASE_BATCH}::int)`,
};
const TURNS: EraseStep = {
  counts: 'turns',
  run: (tx, { personId, scope, scopeId }) => tx.$executeRaw`
    DELETE FROM cs.turn WHERE id IN (SELECT t.id FROM cs.turn t
      WHERE t.person_id = ${personId}::uuid AND (${scope} = 'account' OR t.conversation_id = ${scopeId}::uuid) LIMIT ${ERASE_BATCH}::int)`,
};
const CONVERSATIONS: EraseStep = {
  counts: 'conversations',
  run: (tx, { personId, scope, scopeId }) => tx.$executeRaw`
    DELETE FROM cs.conversation WHERE id IN (SELECT c.id FROM cs.conversation c
      WHERE c.person_id = ${personId}::uuid AND (${scope} = 'account' OR c.id = ${scopeId}::uuid) LIMIT ${ERASE_BATCH}::int)`,
};
/** The words are unreadable since their key went; the ciphertext goes too. */
const CARDS: readonly EraseStep[] = [
  {
    counts: null,
    run: async (tx, { personId, scope, scopeId }) => {
      await tx.$executeRaw`
        UPDATE cs.proposal_card SET reason = NULL WHERE person_id = ${personId}::uuid AND (${scope} = 'account'
          OR proposal_id IN (SELECT p.id FROM cs.proposal p WHERE p.conversation_id = ${scopeId}::uuid))`;
      return 0;
    },
  },
];
/** What still waits is withdrawn: nobody can look up any more what it was asked for in. */
const CHANGES: readonly EraseStep[] = [
  {
    counts: 'changes_withdrawn',
    run: (tx, { personId, scope, scopeId }) => tx.$executeRaw`
      UPDATE cs.proposal SET state = 'void', decided_at = cs.now(), outcome = 'withdrawn'
      WHERE person_id = ${personId}::uuid AND state IN ('pending', 'confirmed') AND (${scope} = 'account' OR conversation_id = ${scopeId}::uuid)`,
  },
  {
    counts: null,
    run: (tx, { personId, scope, scopeId }) => tx.$executeRaw`
      DELETE FROM cs.proposal_nonce WHERE person_id = ${personId}::uuid AND (${scope} = 'account'
        OR proposal_id IN (SELECT p.id FROM cs.proposal p WHERE p.conversation_id = ${scopeId}::uuid))`,
  },
];
const CASES: readonly EraseStep[] = [
  {
    counts: 'attacks',
    run: (tx, { personId }) =>
      tx.$executeRaw`DELETE FROM cs.confirmed_attack WHERE person_id = ${personId}::uuid`,
  },
  {
    counts: 'case_texts',
    run: (tx, { personId }) => tx.$executeRaw`
      DELETE FROM cs.case_text WHERE id IN (SELECT x.id FROM cs.case_text x
        WHERE x.case_id IN (SELECT s.id FROM cs.support_case s WHERE s.person_id = ${personId}::uuid) LIMIT ${ERASE_BATCH}::int)`,
  },
  {
    counts: 'cases',
    run: (tx, { personId }) =>
      tx.$executeRaw`DELETE FROM cs.support_case WHERE person_id = ${personId}::uuid`,
  },
];
const AROUND: readonly EraseStep[] = [
  {
    counts: 'mails',
    run: (tx, { personId }) => tx.$executeRaw`DELETE FROM cs.outbox_mail WHERE person_id = ${personId}::uuid`,
  },
  {
    counts: null,
    run: (tx, { personId }) => tx.$executeRaw`
      DELETE FROM cs.export_chunk WHERE (export_id, sequence) IN (SELECT k.export_id, k.sequence FROM cs.export_chunk k
        WHERE k.export_id IN (SELECT x.id FROM cs.data_export x WHERE x.person_id = ${personId}::uuid) LIMIT 100)`,
  },
  {
    counts: 'exports',
    run: (tx, { personId }) => tx.$executeRaw`DELETE FROM cs.data_export WHERE person_id = ${personId}::uuid`,
  },
];
const CHOICES: readonly EraseStep[] = [
  {
    counts: 'choices',
    run: (tx, { personId }) => tx.$executeRaw`DELETE FROM cs.keep_choice WHERE person_id = ${personId}::uuid`,
  },
  {
    counts: null,
    run: (tx, { personId }) => tx.$executeRaw`DELETE FROM cs.search_use WHERE person_id = ${personId}::uuid`,
  },
  {
    counts: null,
    run: (tx, { personId }) => tx.$executeRaw`DELETE FROM cs.gone_turn WHERE person_id = ${personId}::uuid`,
  },
];
const SIGN_IN: readonly EraseStep[] = [
  {
    counts: null,
    run: (tx, { personId }) =>
      tx.$executeRaw`DELETE FROM cs.recovery_code WHERE person_id = ${personId}::uuid`,
  },
  {
    counts: 'factors',
    run: (tx, { personId }) =>
      tx.$executeRaw`DELETE FROM cs.second_factor WHERE person_id = ${personId}::uuid`,
  },
  {
    counts: null,
    run: (tx, { personId }) =>
      tx.$executeRaw`DELETE FROM cs.ended_session WHERE person_id = ${personId}::uuid`,
  },
  {
    counts: 'sign_ins',
    run: async (tx, { personId }) =>
      (await tx.$executeRaw`DELETE FROM cs.credential WHERE person_id = ${personId}::uuid`) +
      (await tx.$executeRaw`DELETE FROM cs.identity_link WHERE person_id = ${personId}::uuid`),
  },
];
/** Their material went when the erasure began; now the rows that say so. Their ids are on the receipt. */
const KEYS: EraseStep = {
  counts: 'keys',
  run: (tx, { tenantId, personId, scope, scopeId }) => tx.$executeRaw`
    DELETE FROM cs.data_key WHERE tenant_id = ${tenantId}::uuid AND person_id = ${personId}::uuid
      AND (${scope} = 'account' OR (scope = 'conversation' AND scope_id = ${scopeId}::uuid))`,
};
const STUB: EraseStep = {
  counts: null,
  run: async (tx, { personId }) => {
    await tx.$executeRaw`
      UPDATE cs.person SET email = 'erased-' || id || '@erased.test', label = 'Erased account', session_version = session_version + 1
      WHERE id = ${personId}::uuid`;
    return 0;
  },
};

const OF_CONVERSATIONS = [...CARDS, FEEDBACK, MESSAGES, HANDLES, TURNS, CONVERSATIONS] as const;

/** What is done, in this order. A new table that hangs on a person gets its step here, and its line in `GOES`. */
export const ERASE_STEPS: Readonly<Record<EraseScope, readonly EraseStep[]>> = {
  conversation: [...CHANGES, ...OF_CONVERSATIONS, KEYS],
  account: [...CHANGES, ...OF_CONVERSATIONS, ...CASES, ...AROUND, ...CHOICES, ...SIGN_IN, KEYS, STUB],
};
