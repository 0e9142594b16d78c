import 'server-only';
import type { Admission, TurnOpening } from './open-turn.ts';
import type { Refusal, Standing, TurnWindow } from './turn-answer.ts';

/** What was decided on limits and budgets before PostgreSQL was asked; it still has the first word on session, key and kill switch. */
export type Decided = {
  readonly window: TurnWindow;
  readonly refusal: Omit<Refusal, 'limit'> | null;
  readonly quota: readonly Standing[];
};

/** Who keeps the limits and budgets. Both hold the same promises: one suite of properties runs against each. */
export type Limiter = {
  readonly name: 'postgres' | 'redis';
  /**
   * Decides on one turn and, where it may begin, takes its place and its money; `store` is the opening statement, called once, with what
   * was decided or with null where the statement decides. Where that does not open the turn, nothing stays taken.
   * @throws AppError `busy` where it can't be decided
   */
  decide(opening: TurnOpening, store: (decided: Decided | null) => Promise<Admission>): Promise<Admission>;
  /** A turn has ended and PostgreSQL has booked it: its place and what it did not spend are free. Never throws. */
  ended(turnId: string, spent: number): Promise<void>;
  /**
   * Frees what turns hold whose lease has run out, as the database says what became of them. PostgreSQL's own are freed by the sweep itself.
   * @param whatBecame of turns, by their ids; one that is not there was never opened
   */
  sweep(whatBecame: (ids: readonly string[]) => Promise<readonly Ended[]>): Promise<void>;
};
export type Ended = { readonly id: string; readonly state: string; readonly spent: number };

/** PostgreSQL does all of it in the statements that open and close a turn. */
export const postgresLimiter: Limiter = {
  name: 'postgres',
  decide: (_opening, store) => store(null),
  ended: () => Promise.resolve(),
  sweep: () => Promise.resolve(),
};
