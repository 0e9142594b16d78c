import 'server-only';
import { type OfferedApproval, offeredApprovalSchema } from '#lib/contract/approvals.ts';
import type { Actor, StepOf } from '#lib/contract/lab/scene.ts';
import type { TraceEvent } from '#lib/contract/lab/trace.ts';
import { readCapped } from '#lib/kernel/http.ts';
import { ANSWER_READ_MAX_BYTES } from '../policy.ts';
import { atOnce } from './at-once.ts';
import { codeNow } from './second-factor.ts';
import { codeOf, ownHeaders } from './request.ts';
import { noteLeft, personOf, type Run, traced } from './state.ts';

const RANDOM_HASH = 'ab'.repeat(32);
const RANDOM_NONCE = 'n'.repeat(43);

/** Somebody decides a card through the real route, with whatever the attack makes them send. Nothing to decide is no attempt. */
export async function* decide(run: Run, step: number, asked: StepOf<'decide'>): AsyncGenerator<TraceEvent> {
  for (let time = 0; time < (asked.times ?? 1); time += 1)
    yield* atOnce(asked.atOnce ?? 1, () => decideOnce(run, step, asked));
}

async function* decideOnce(run: Run, step: number, asked: StepOf<'decide'>): AsyncGenerator<TraceEvent> {
  const actor = asked.as ?? run.attack.as;
  const shown = asked.card === 'last' ? run.cards.at(-1) : run.cards[asked.card];
  if (!shown)
    return yield traced(run, 'decided', step, {
      as: actor,
      decision: asked.decision,
      answer: 'there was no card',
      status: 0,
    });
  const { approvalId } = shown.card;
  const card = (await look(run, actor, approvalId)) ?? shown.card;
  const totp = await codeFor(run, actor, asked, card);
  const nonce = nonceFor(run, actor, asked, approvalId);
  const body = {
    decision: asked.decision,
    displayHash: hashFor(run, asked, card),
    nonce,
    ...amountFor(asked, card),
    ...(totp === null ? {} : { totp }),
  };
  const response = await run.house.call({
    as: personOf(run, actor),
    method: 'POST',
    path: `/api/approvals/${approvalId}`,
    headers: { ...ownHeaders(run), ...run.tokenHeaders },
    body: JSON.stringify(body),
  });
  const text = await readCapped(response, ANSWER_READ_MAX_BYTES);
  run.decided.push(response.status);
  noteLeft(run, actor, text);
  const code = codeOf(text);
  if (code) run.refusals.push({ stage: null, verdict: 'block', rule: code, code, via: 'decide' });
  else for (const one of run.nonces) if (one.nonce === nonce) one.isSpent = true;
  yield traced(run, 'decided', step, {
    as: actor,
    decision: asked.decision,
    answer: code ?? 'done',
    status: response.status,
  });
}

/** The card as this person's page loads it, with a nonce of their own; null where it is not theirs to see. */
async function look(run: Run, actor: Actor, id: string): Promise<OfferedApproval | null> {
  const response = await run.house.call({
    as: personOf(run, actor),
    method: 'GET',
    path: `/api/approvals/${id}`,
    headers: { ...ownHeaders(run), ...run.tokenHeaders },
    body: undefined,
  });
  const text = await readCapped(response, ANSWER_READ_MAX_BYTES);
  if (!response.ok) {
    const code = codeOf(text);
    if (code) run.refusals.push({ stage: null, verdict: 'block', rule: code, code, via: 'decide' });
    return null;
  }
  const card = offeredApprovalSchema.parse(JSON.parse(text));
  if (card.nonce !== null) run.nonces.push({ as: actor, approvalId: id, nonce: card.nonce, isSpent: false });
  return card;
}

function hashFor(run: Run, { hash }: StepOf<'decide'>, card: OfferedApproval): string {
  if (hash === 'own') return card.displayHash;
  const other = run.cards.find((one) => one.card.approvalId !== card.approvalId);
  return hash === 'random' || !other ? RANDOM_HASH : other.card.displayHash;
}

function nonceFor(run: Run, actor: Actor, { nonce }: StepOf<'decide'>, id: string): string {
  const { nonces } = run;
  const found = {
    own: () => nonces.findLast((one) => one.as === actor && one.approvalId === id),
    spent: () => nonces.find((one) => one.as === actor && one.approvalId === id && one.isSpent),
    'other-card': () => nonces.findLast((one) => one.as === actor && one.approvalId !== id),
    'other-person': () => nonces.findLast((one) => one.as !== actor && one.approvalId === id),
    random: () => undefined,
  }[nonce]();
  return found?.nonce ?? RANDOM_NONCE;
}

function amountFor({ amount }: StepOf<'decide'>, { typeAmount }: OfferedApproval): { typedAmount?: string } {
  if (typeAmount === null || amount === 'none') return {};
  return { typedAmount: amount === 'wrong' ? '1.00' : typeAmount };
}

async function codeFor(
  run: Run,
  actor: Actor,
  { code }: StepOf<'decide'>,
  card: OfferedApproval,
): Promise<string | null> {
  if (!card.stepUp || code === 'none' || actor === 'nobody') return null;
  return code === 'wrong' ? '000000' : codeNow(run, actor);
}
