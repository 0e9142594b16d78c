import type { Dialogue } from './dialogue-file.ts';
import { fillIn } from './fill-in.ts';
import { judgeTurn } from './judge-turn.ts';
import type { Ledger } from './ledger.ts';
import { statusesOf, type Statuses } from './statuses.ts';
import type { KnownValues } from './known-values.ts';
import { allInvoices } from './ledger.ts';
import { type Answer, type Seat, takeTurn } from './take-turn.ts';

/** A fresh person of a fresh tenant, signed in; `everything` is all that the ledger holds. */
export type Guest = {
  readonly seat: Seat;
  readonly ledger: Ledger;
  readonly everything: () => Promise<KnownValues>;
};

export type TurnResult = {
  readonly id: string;
  /** Counted from 1. */
  readonly turn: number;
  readonly say: string;
  readonly answer: string;
  readonly tools: readonly string[];
  readonly why: readonly string[];
  readonly wrong: readonly string[];
  readonly unverified: readonly string[];
  /** How many figures the application checked, and those it marked as unverified. */
  readonly claims: { readonly figures: number; readonly unverified: readonly string[] };
  readonly blocked: boolean;
  /** Whether the person asked for a change, and whether one was proposed. */
  readonly approval: { readonly asked: boolean; readonly shown: boolean };
  readonly firstTextMs: number | null;
};

/** Holds one dialogue to its end; a turn that fails does not end it. */
export async function runDialogue(dialogue: Dialogue, guest: Guest): Promise<TurnResult[]> {
  const { ledger, seat } = guest;
  const results: TurnResult[] = [];
  const typed: string[] = [];
  const cards: unknown[] = [];
  let conversationId: string | null = null;
  let statuses: Promise<Statuses> | undefined;
  for (const [index, { say: template, expect }] of dialogue.turns.entries()) {
    const say = await fillIn(template, ledger).catch((error: unknown) => {
      results.push(notAsked(dialogue.id, index + 1, template, error));
      return null;
    });
    if (say === null) break;
    typed.push(say);
    const answer = await takeTurn(seat, say, conversationId);
    conversationId = answer.conversationId;
    cards.push(...answer.cards);
    const judgement = await judgeTurn(answer, expect, ledger, {
      today: ledger.today,
      currency: ledger.currency,
      cards,
      typed,
      wholeLedger: guest.everything,
      statuses: () => (statuses ??= readStatuses(ledger)),
    });
    const { text, tools, firstTextMs } = answer;
    const claims = countClaims(answer);
    const approval = { asked: expect.approval, shown: answer.proposed };
    const turn = index + 1;
    results.push({
      id: dialogue.id,
      turn,
      say,
      answer: text,
      tools,
      firstTextMs,
      approval,
      claims,
      ...judgement,
    });
  }
  return results;
}

async function readStatuses(ledger: Ledger): Promise<Statuses> {
  return statusesOf(await allInvoices(ledger), await ledger.payments());
}

function countClaims({ text, claims }: Answer): TurnResult['claims'] {
  const marked = claims.filter(({ verified }) => !verified);
  return { figures: claims.length, unverified: marked.map(({ start, end }) => text.slice(start, end)) };
}

function notAsked(id: string, turn: number, say: string, error: unknown): TurnResult {
  const why = [error instanceof Error ? error.message : String(error)];
  const claims = { figures: 0, unverified: [] };
  const nothing = {
    answer: '',
    tools: [],
    claims,
    approval: { asked: false, shown: false },
    wrong: [],
    unverified: [],
    blocked: false,
    firstTextMs: null,
  };
  return { id, turn, say, why, ...nothing };
}
