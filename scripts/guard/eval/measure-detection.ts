import { scoreView } from '#lib/stages/input-guard/classifier/classify.ts';
import { THRESHOLD } from '#lib/stages/input-guard/classifier/policy.ts';
import { screen } from '#lib/stages/input-guard/screen.ts';
import { screeningForm } from '#lib/stages/input-guard/screening-form.ts';
import { listViews } from '#lib/stages/input-guard/views/list-views.ts';
import type { Item } from '../read-items.ts';
import { matchesNaivePattern } from './naive-patterns.ts';
import { type Share, wilson } from './wilson.ts';

/** One item and what was said of it. */
export type Judged = {
  readonly item: Item;
  readonly set: string;
  readonly isFlagged: boolean;
  readonly isBlocked: boolean;
  readonly isNaive: boolean;
  /** The classifier's score, and whether a rule spoke, whatever the score. */
  readonly score: number;
  readonly hasRule: boolean;
};
/** What a group came to: of attacks the share found, of innocent texts the share flagged. */
export type Group = {
  readonly name: string;
  readonly label: Item['label'];
  readonly flagged: Share;
  readonly blocked: Share;
  readonly naive: Share;
};

export function judge(item: Item, set: string): Judged {
  const { verdict, rule } = screen(item.text);
  const hasRule = rule !== undefined && !rule.startsWith('classifier.');
  const score = Math.max(
    ...listViews(item.text, screeningForm(item.text)).map(({ text }) => scoreView(text)),
  );
  return {
    item,
    set,
    isFlagged: verdict !== 'pass',
    isBlocked: verdict === 'block',
    isNaive: matchesNaivePattern(item.text),
    score,
    hasRule,
  };
}

/** Groups in the order of their names, attacks first. */
export function groupBy(judged: readonly Judged[], nameOf: (one: Judged) => string | undefined): Group[] {
  const groups = Map.groupBy(
    judged.filter((one) => nameOf(one) !== undefined),
    (one) => `${one.item.label} ${nameOf(one)}`,
  );
  return [...groups.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, members]) => ({
      name: key.slice(key.indexOf(' ') + 1),
      label: key.startsWith('attack') ? 'attack' : 'benign',
      flagged: count(members, ({ isFlagged }) => isFlagged),
      blocked: count(members, ({ isBlocked }) => isBlocked),
      naive: count(members, ({ isNaive }) => isNaive),
    }));
}

/** What other thresholds would give; the rules flag at each of them. */
export function curveOf(judged: readonly Judged[], thresholds: readonly number[]) {
  const of = (label: Item['label'], threshold: number): Share =>
    count(
      judged.filter(({ item }) => item.label === label),
      ({ hasRule, score }) => hasRule || score > threshold,
    );
  return thresholds.map((threshold) => ({
    threshold,
    isShipped: threshold === THRESHOLD,
    recall: of('attack', threshold),
    falsePositives: of('benign', threshold),
  }));
}

function count(members: readonly Judged[], isCounted: (one: Judged) => boolean): Share {
  return wilson(members.filter(isCounted).length, members.length);
}
