import 'server-only';
import type { ChangeTool } from '#lib/contract/approvals.ts';
import type { Language } from '../../types.ts';

/**
 * One way to name a change. `say` is what is read, on folded words; `with` must stand in the same clause too. Patterns are
 * matched at word boundaries. `itself`: the words are a wish already ("want my money back"); else they need somebody who is
 * asked, or stand first as a command does.
 */
export type Naming = {
  readonly tool: ChangeTool;
  readonly say: string;
  readonly with?: string;
  readonly change?: 'add' | 'remove';
  readonly towards?: 'up' | 'down';
  readonly itself?: true;
};

/** How one language asks for changes. Everything is a regular expression on folded words (lower case, no accents, no marks). */
export type Vocabulary = {
  /** Words before which nothing has been said yet. */
  readonly lead: string;
  /** Somebody is asked to do something, or a wish is uttered. */
  readonly asks: string;
  /** How a question to be answered begins, after the lead. */
  readonly questions: string;
  /** A change named after one of these is not asked for: a condition, a report, a question inside. */
  readonly unreal: string;
  /** …and after one of these it is refused. */
  readonly negations: string;
  /** "Fix it": asks for what the rest of the message speaks of. */
  readonly pointing: string;
  /** What a question about a change asks the price or the effect of. */
  readonly prices: string;
  readonly seat: string;
  /** A seat once more, or one less: "two more seats". */
  readonly more: string;
  readonly fewer: string;
  readonly namings: readonly Naming[];
  /** Told, not asked: what a complaint is about, for "fix it" to point at. */
  readonly told: readonly Naming[];
};

export type Vocabularies = Readonly<Record<Language, Vocabulary>>;
