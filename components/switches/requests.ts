import { type Answered, read, send } from '#components/chat/wire/requests.ts';
import { ERROR_TABLE } from '#lib/contract/errors.ts';
import {
  type AddressAnswer,
  addressAnswerSchema,
  type AddressRequest,
  type SwitchRequest,
} from '#lib/contract/switches.ts';

/** What the page says instead of the sentence for everybody, where it knows more. */
const OWN_WORDS: Readonly<Record<string, string>> = {
  [ERROR_TABLE.step_up_required.sentence]:
    'Resuming takes a sign-in from the last ten minutes. Please sign out and in again.',
  [ERROR_TABLE.malformed.sentence]:
    'That is no range, it has bits beyond its prefix, or there is such a rule already.',
  [ERROR_TABLE.changed.sentence]: 'Someone changed this meanwhile. Look again before you go on.',
};

export async function postSwitch(request: SwitchRequest): Promise<Answered<Response>> {
  return inOwnWords(await send('/api/switches', { method: 'POST', body: JSON.stringify(request) }));
}

export async function postAddresses(request: AddressRequest): Promise<Answered<AddressAnswer>> {
  return inOwnWords(
    await read(addressAnswerSchema, '/api/addresses', { method: 'POST', body: JSON.stringify(request) }),
  );
}

function inOwnWords<T>(answered: Answered<T>): Answered<T> {
  if (answered.ok) return answered;
  const { problem } = answered;
  const message = problem.kind === 'gone' ? 'There is no such thing any more.' : problem.message;
  return { ok: false, problem: { ...problem, message: OWN_WORDS[message] ?? message } };
}
