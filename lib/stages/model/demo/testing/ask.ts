import 'server-only';
import { paragraphs } from '../answer/voice.ts';
import { isChangeCall } from '../changes/propose.ts';
import { parseConversation, type WireMessage } from '../conversation.ts';
import { respond } from '../respond.ts';
import type { Row, ToolReply } from '../types.ts';
import { cannedReply } from './canned-results.ts';

export const SUPPORT = 'help@tallyhouse.test';
/** How the server itself ends a turn with a proposal (`lib/turn/say-proposed.ts`). */
export const PROPOSED =
  'I have prepared this change. Nothing has happened yet: please check the card and decide.';
export const CANARY = 'cnry-7d1f';

export type Asked = { text: string; calls: { name: string; args: Row }[]; forever?: string };
type Reply = (name: string, args: Row) => ToolReply;

const message = (role: string, content: string, more: Partial<WireMessage> = {}): WireMessage => ({
  role,
  content,
  toolCalls: [],
  toolCallId: '',
  ...more,
});

export function systemText(facts: Row = {}): string {
  const all = {
    today: '2026-11-20',
    locale: 'en-IE',
    currency: 'EUR',
    role: 'owner',
    customer: 'Northwind Studio',
    vendor: 'Tallyhouse',
    support: SUPPORT,
    canary: CANARY,
    ...facts,
  };
  return `<system_instructions_ab12>\nYou help with billing.\n</system_instructions_ab12>\n<facts_ab12>${JSON.stringify(all)}</facts_ab12>`;
}

/** Runs one turn to its answer, as the server would: every call gets the reply of the canned ledger. */
export function askTurn(
  earlier: WireMessage[],
  text: string,
  facts: Row = {},
  reply: Reply = cannedReply,
): Asked {
  const messages = [
    message('system', systemText(facts)),
    ...earlier,
    message('user', `<user_input_ab12>\n${text}\n</user_input_ab12>`),
  ];
  const calls: Asked['calls'] = [];
  for (let round = 0; round < 7; round += 1) {
    const response = respond(parseConversation(messages));
    if (!('calls' in response))
      return {
        text: response.text,
        calls,
        ...(response.forever === undefined ? {} : { forever: response.forever }),
      };
    const toolCalls = response.calls.map((call, at) => ({
      id: `call_${round}_${at}`,
      name: call.name,
      args: JSON.stringify(call.args),
    }));
    messages.push(message('assistant', response.text ?? '', { toolCalls }));
    let isProposed = false;
    response.calls.forEach((call, at) => {
      calls.push(call);
      const outcome = reply(call.name, call.args);
      isProposed ||= isChangeCall(call) && outcome.ok;
      const result = JSON.stringify(outcome);
      messages.push(
        message('tool', `<tool_data_ab12 tool="${call.name}">\n${result}\n</tool_data_ab12>`, {
          toolCallId: toolCalls[at]?.id ?? '',
        }),
      );
    });
    if (isProposed) return { text: paragraphs(response.text ?? '', PROPOSED), calls };
  }
  return { text: '', calls };
}

/** A whole dialogue; the last answer and the calls of its turn. */
export function ask(says: readonly string[], facts: Row = {}, reply: Reply = cannedReply): Asked {
  const earlier: WireMessage[] = [];
  let asked: Asked = { text: '', calls: [] };
  for (const say of says) {
    asked = askTurn(earlier, say, facts, reply);
    earlier.push(
      message('user', `<user_input_ab12>\n${say}\n</user_input_ab12>`),
      message('assistant', asked.text),
    );
  }
  return asked;
}
