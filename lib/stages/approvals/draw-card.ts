import 'server-only';
import { type CardLine, type ChangeTool, CHANGE_TABLE, type Origin } from '#lib/contract/approvals.ts';
import { formatMoney, type Money } from '#lib/contract/money.ts';
import type { ChangeDraft } from '#lib/kernel/ports.ts';
import { canonicalJson, sha256 } from './canonical.ts';
import { TYPE_AMOUNT_FROM } from './policy.ts';

/** Everything a decision rests on, as it is shown. Canonical JSON of this is what is hashed and stored. */
export type Display = {
  readonly tool: ChangeTool;
  readonly title: string;
  readonly lines: readonly CardLine[];
  readonly risk: (typeof CHANGE_TABLE)[ChangeTool]['effect'];
  readonly people: 1 | 2;
  readonly amount: Money | null;
  readonly typeAmount: string | null;
  /** Ties the card to exactly these arguments. */
  readonly argumentsHash: string;
};

export type Drawn = {
  readonly display: Display;
  readonly argumentsJson: string;
  readonly argumentsHash: Buffer<ArrayBuffer>;
  readonly displayJson: string;
  readonly displayHash: Buffer<ArrayBuffer>;
};

export type DrawOptions = {
  readonly locale: string;
  /** Where values of the arguments came from, as the card shows them. */
  readonly origins: readonly { readonly shown: string; readonly origin: Origin }[];
  /** How many have to agree. */
  readonly people: 1 | 2;
};

/** The card of a change, from canonical arguments and ledger facts alone: no word of a model stands on it. */
export function drawCard(draft: ChangeDraft, options: DrawOptions): Drawn {
  const argumentsJson = canonicalJson(draft.arguments);
  const argumentsHash = sha256(argumentsJson);
  const { tool } = draft.arguments;
  const { amount } = draft;
  const display: Display = {
    tool,
    title: draft.title,
    lines: draft.lines.map((line) => withOrigin(line, options.origins)),
    risk: CHANGE_TABLE[tool].effect,
    people: options.people,
    amount,
    typeAmount: amount && mustBeTyped(amount) ? formatMoney(amount, options.locale) : null,
    argumentsHash: argumentsHash.toString('hex'),
  };
  const displayJson = canonicalJson(display);
  return { display, argumentsJson, argumentsHash, displayJson, displayHash: sha256(displayJson) };
}

function mustBeTyped({ amountMinor, currency }: Money): boolean {
  return amountMinor >= TYPE_AMOUNT_FROM[currency];
}

function withOrigin(line: CardLine, origins: DrawOptions['origins']): CardLine {
  const found = origins.find(({ shown }) => line.value.includes(shown));
  return found ? { ...line, origin: found.origin } : line;
}
