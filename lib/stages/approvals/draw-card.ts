import 'server-only';
import { fault } from '#faults';
import { type CardLine, type ChangeTool, CHANGE_TABLE, type Origin } from '#lib/contract/approvals.ts';
import { formatMoney, type Money } from '#lib/contract/money.ts';
import type { ChangeDraft } from '#lib/kernel/ports.ts';
import { canonicalJson, sha256 } from './canonical.ts';
import { MOVES_MONEY, TWO_PEOPLE_ABOVE, TYPE_AMOUNT_FROM } from './policy.ts';

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
  /** Two people are needed whatever the amount: something about how this came up asks for it. */
  readonly cautious: boolean;
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
    people:
      !fault('two-people-threshold-off') &&
      (options.cautious || (MOVES_MONEY.includes(tool) && isAbove(amount, TWO_PEOPLE_ABOVE, 1)))
        ? 2
        : 1,
    amount,
    typeAmount: amount && isAbove(amount, TYPE_AMOUNT_FROM, 0) ? formatMoney(amount, options.locale) : null,
    argumentsHash: argumentsHash.toString('hex'),
  };
  const displayJson = canonicalJson(display);
  return { display, argumentsJson, argumentsHash, displayJson, displayHash: sha256(displayJson) };
}

function isAbove(
  amount: Money | null,
  table: Readonly<Record<Money['currency'], number>>,
  by: 0 | 1,
): boolean {
  return amount !== null && amount.amountMinor >= table[amount.currency] + by;
}

function withOrigin(line: CardLine, origins: DrawOptions['origins']): CardLine {
  const found = origins.find(({ shown }) => line.value.includes(shown));
  return found ? { ...line, origin: found.origin } : line;
}
