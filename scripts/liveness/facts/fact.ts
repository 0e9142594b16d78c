import type { Money } from '#lib/contract/money.ts';
import type { Ledger } from '../ledger.ts';
import type { FactValue, StatusWord } from '../values.ts';

/** One named fact: what it is, and how this ledger answers it. Null where this ledger has no such thing. */
export type Fact = {
  readonly about: string;
  readonly of: (ledger: Ledger) => Promise<FactValue | null>;
  /** A sentence that states this fact: another amount in it, and the fact nowhere, is a wrong fact. */
  readonly statedBy?: RegExp;
};
export type FactTable = Readonly<Record<string, Fact>>;

type Maybe<T> = T | null | undefined;
type Of<T> = (ledger: Ledger) => Promise<Maybe<T>>;

/** Builders: one per kind of value, so that the tables below read as a list. */
export const amount = (about: string, of: Of<Money>, statedBy?: RegExp): Fact => ({
  about,
  ...(statedBy ? { statedBy } : {}),
  of: async (ledger) => {
    const money = await of(ledger);
    return money ? { kind: 'amount', minor: Math.abs(money.amountMinor), currency: money.currency } : null;
  },
});

export const day = (about: string, of: Of<string>): Fact => ({
  about,
  of: async (ledger) => {
    const found = await of(ledger);
    return found ? { kind: 'day', day: found } : null;
  },
});

export const text = (about: string, of: Of<string>): Fact => ({
  about,
  of: async (ledger) => {
    const found = await of(ledger);
    return found ? { kind: 'text', text: found } : null;
  },
});

export const percent = (about: string, of: Of<number>): Fact => ({
  about,
  of: async (ledger) => number('percent', await of(ledger)),
});

export const quantity = (about: string, of: Of<number>): Fact => ({
  about,
  of: async (ledger) => number('quantity', await of(ledger)),
});

export const status = (about: string, of: Of<StatusWord>): Fact => ({
  about,
  of: async (ledger) => {
    const found = await of(ledger);
    return found ? { kind: 'status', status: found } : null;
  },
});

/** A fact about the assistant rather than the ledger: some wording of this kind must be there. */
export const words = (about: string, pattern: RegExp): Fact => ({
  about,
  of: () => Promise.resolve({ kind: 'words', pattern }),
});

function number(kind: 'percent' | 'quantity', value: Maybe<number>): FactValue | null {
  return typeof value === 'number' ? { kind, value: Math.abs(value) } : null;
}
