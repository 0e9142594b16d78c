import type { Plant, Step } from '#lib/contract/lab/scene.ts';
import { ACTOR_WORDS } from '../run/words.ts';
import type { Actor } from '#lib/contract/lab/scene.ts';

const MEANWHILE_WORDS = {
  'end-session': 'Their session is ended.',
  'make-member': 'They are made a member without money rights.',
  pause: 'The assistant is paused.',
  'pass-time': 'Time passes.',
  'change-ledger': 'What the card is about changes in the ledger.',
  'tamper-proposal': 'The stored proposal is tampered with.',
} as const;

export const PLANT_WORDS = {
  memo: 'The note on the latest invoice',
  'earlier-memo': 'The note on an earlier invoice',
  'customer-name': 'The customer’s name',
  address: 'The customer’s address',
  'seat-label': 'The name of a seat',
} as const satisfies Record<Plant['place'], string>;

/** What a step does, in a few words, and the text that goes with it word for word. */
export function describeStep(step: Step, actor: Actor): { says: string; text: string | null } {
  const who = ACTOR_WORDS[('as' in step && step.as) || actor];
  switch (step.do) {
    case 'say':
      return { says: `${who} types${howOften(step)}${writtenAs(step.write)}`, text: step.text };
    case 'decide':
      return { says: `${who} sends “${step.decision}”${howOften(step)}${forged(step)}`, text: null };
    case 'request':
      return {
        says: `${who} sends ${step.method} ${step.path}${howOften(step)}`,
        text: step.body === undefined ? null : bodyOf(step.body),
      };
    case 'meanwhile':
      return { says: `Meanwhile: ${MEANWHILE_WORDS[step.what]}`, text: null };
    case 'click':
      return { says: 'The victim presses the first link of the answer.', text: null };
  }
}

function howOften({ times, atOnce }: { times?: number | undefined; atOnce?: number | undefined }): string {
  if (atOnce && atOnce > 1) return ` ${atOnce} times at once`;
  return times && times > 1 ? ` ${times} times` : '';
}

function writtenAs(writing: string | undefined): string {
  return writing && writing !== 'plain' ? `, written in ${writing}` : '';
}

function forged({ hash, nonce, amount, code }: Extract<Step, { do: 'decide' }>): string {
  const parts = Object.entries({ hash, nonce, amount, code }).filter(([, value]) => value !== 'own');
  return parts.length === 0 ? '' : `, with ${parts.map(([name, value]) => `${value} ${name}`).join(', ')}`;
}

function bodyOf(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body, null, 1);
}
