import type { Call, Command, Decide, Round, Say, Who } from '../episode/commands.ts';

/** A directed script, and what an honest one must have brought about. */
export type Macro = {
  name: string;
  commands: readonly Command[];
  expects?: readonly string[];
  isAlone?: true;
};

export const look: Call = { name: 'list_invoices', args: {} };

export function call(name: string, args: Call['args'] = {}): Call {
  return { name, args };
}

export function say(who: Who, rounds: readonly Round[], more: Partial<Say> = {}): Say {
  return { do: 'say', who, text: 'Hello there', rounds, ...more };
}

/** Somebody asks for a refund of an invoice, and the model proposes it after a look. Invoice 2 and 3 from the newest are paid. */
export function refund(who: Who, amount: string | null, invoice = 2, more: Partial<Say> = {}): Say {
  const args = {
    invoice: `$inv${invoice}`,
    ...(amount === null ? {} : { amount }),
    reason: 'modelword because',
  };
  return say(who, [{ calls: [look] }, { calls: [call('refund', args)] }], {
    place: 'new',
    text: 'A refund please',
    ...more,
  });
}

export function propose(who: Who, tool: string, args: Readonly<Record<string, unknown>> = {}): Say {
  return say(who, [{ calls: [call(tool, args)] }], { place: 'new', text: 'Please change it' });
}

export function decide(who: Who, card: number, more: Partial<Decide> = {}): Decide {
  return { do: 'decide', who, card, ...more };
}

export function speak(who: Who, text: string, cut: number, more: Partial<Say> = {}): Say {
  return say(who, [{ text, cut }], { place: 'new', ...more });
}
