import { decideOverHttp, openOverHttp } from '../http/call-app.ts';
import { openApproval } from '#lib/commands/open-approval.ts';
import type { OfferedApproval } from '#lib/contract/approvals.ts';
import { decide } from '#lib/decision.ts';
import { newId } from '#lib/kernel/ids.ts';
import { losingConnection } from '../world/cut-connection.ts';
import { act } from './act.ts';
import type { Decide, Who } from './commands.ts';
import type { Episode, Person, Submission } from './episode.ts';
import { refusedWith } from './refused-with.ts';
import { freshCode } from './second-factor.ts';
import { noteCard } from './take-turn.ts';

const RANDOM_HASH = 'ab'.repeat(32);
const RANDOM_NONCE = 'n'.repeat(43);

/** The card by its place in the order of appearance. */
export function cardAt(episode: Episode, index: number): string | undefined {
  return episode.cards[Math.min(index, episode.cards.length - 1)];
}

/** Somebody looks at a card. */
export async function openCard(
  episode: Episode,
  who: Who,
  id: string,
  over?: 'http',
): Promise<OfferedApproval | null> {
  const person = episode.people[who];
  episode.steps += 1;
  const { step } = episode;
  try {
    const card =
      over === 'http'
        ? await openOverHttp(episode, person, id)
        : await openApproval(person.viewer, { id, requestId: newId() });
    noteCard(episode, person, card, step);
    const { role } = person.viewer;
    episode.sent.push({
      who,
      role,
      step,
      turn: 0,
      event: 'card',
      text: JSON.stringify(card),
      atMs: performance.now(),
    });
    return card;
  } catch (error) {
    episode.notes.push({ kind: 'refused', who, step, code: refusedWith(episode, error), verb: 'open' });
    return null;
  }
}

/** Somebody decides, with whatever the script makes them send; `times` of them at once, on connections of their own. */
export async function decideCard(episode: Episode, command: Decide): Promise<void> {
  const id = cardAt(episode, command.card) ?? newId();
  const person = episode.people[command.who];
  const times = command.times ?? 1;
  if (!command.unseen)
    for (let look = 0; look < times; look += 1) await openCard(episode, command.who, id, command.over);
  const submissions: Submission[] = [];
  for (let one = 0; one < times; one += 1) submissions.push(await prepare(episode, command, person, id, one));
  episode.submissions.push(...submissions);
  episode.steps += times;
  await Promise.all(submissions.map((submission) => submit(episode, command, person, submission)));
}

async function prepare(
  episode: Episode,
  command: Decide,
  person: Person,
  proposalId: string,
  index: number,
): Promise<Submission> {
  const seen = episode.shown.filter(({ who, card }) => who === person.who && card.approvalId === proposalId);
  const card = seen.at(-1)?.card;
  const isCodeWanted = card?.stepUp === true && command.code !== 'none';
  const fresh =
    isCodeWanted && command.code === undefined
      ? await freshCode(episode, person, (seconds) => act(episode, { do: 'jump', seconds }))
      : null;
  const totp =
    fresh?.code ??
    (isCodeWanted ? (command.code === 'spent' ? (person.lastCode ?? '000000') : '000000') : null);
  return {
    who: person.who,
    role: person.role,
    isSignedIn: person.isSignedIn,
    step: episode.step,
    proposalId,
    decision: command.decision ?? 'approve',
    displayHash: hashFor(episode, command, card, proposalId),
    nonce: nonceFor(episode, command, person, proposalId, index),
    typedAmount: amountFor(command, card),
    totp,
    isFreshCode: fresh !== null,
    atS: episode.aheadS,
    isPaused: episode.paused.size > 0,
    answer: '',
  };
}

async function submit(
  episode: Episode,
  command: Decide,
  person: Person,
  submission: Submission,
): Promise<void> {
  const { proposalId: id, displayHash, nonce, typedAmount, totp } = submission;
  const decision = {
    decision: submission.decision,
    displayHash,
    nonce,
    ...(typedAmount === null ? {} : { typedAmount }),
    ...(totp === null ? {} : { totp }),
  };
  const { viewer, session } = person;
  const here = () => decide({ viewer, session, id, decision, requestId: command.requestId ?? newId() });
  const cut = { loss: command.lost ?? 'before-commit', admin: episode.world.admin, hasHappened: false };
  const use = () => {
    const used = episode.nonces.find(({ value }) => value === nonce);
    if (used) used.usedIn ??= submission.step;
    if (totp !== null) person.lastCode = totp;
  };
  try {
    const decided =
      command.over === 'http'
        ? await decideOverHttp(episode, person, id, decision)
        : await (command.lost ? losingConnection(cut, here) : here());
    submission.answer = decided.status;
    use();
  } catch (error) {
    submission.answer = refusedWith(episode, error);
    // Committed, although nobody was told.
    if (cut.hasHappened && cut.loss === 'after-commit') use();
  }
}

function hashFor(
  episode: Episode,
  { hash }: Decide,
  card: OfferedApproval | undefined,
  proposalId: string,
): string {
  if (hash === 'random' || !card) return RANDOM_HASH;
  if (hash === undefined) return card.displayHash;
  const other = episode.shown.find((shown) => shown.card.approvalId !== proposalId);
  return other?.card.displayHash ?? RANDOM_HASH;
}

function nonceFor(
  episode: Episode,
  { nonce }: Decide,
  person: Person,
  proposalId: string,
  index: number,
): string {
  const own = episode.nonces.filter((one) => one.who === person.who && one.proposalId === proposalId);
  const found = {
    spent: () => own.find(({ usedIn }) => usedIn !== null),
    random: () => undefined,
    first: () => own[0],
    'of-other-card': () =>
      episode.nonces.find((one) => one.who === person.who && one.proposalId !== proposalId),
    'of-other-person': () =>
      episode.nonces.findLast((one) => one.who !== person.who && one.proposalId === proposalId),
  };
  const chosen = nonce === undefined ? own.at(-1 - index) : found[nonce]();
  return chosen?.value ?? RANDOM_NONCE;
}

function amountFor({ amount }: Decide, card: OfferedApproval | undefined): string | null {
  if (!card?.typeAmount || amount === 'none') return null;
  return amount === 'wrong' ? '1.00' : card.typeAmount;
}
