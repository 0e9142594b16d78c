import { THRESHOLD } from '#lib/stages/input-guard/classifier/policy.ts';
import type { Weights } from '#lib/stages/input-guard/classifier/weights-file.ts';
import { scorerOf } from '#lib/stages/input-guard/classifier/score-text.ts';
import { screeningForm } from '#lib/stages/input-guard/screening-form.ts';
import { listViews } from '#lib/stages/input-guard/views/list-views.ts';
import type { Item } from '../read-items.ts';

const THRESHOLDS = [...new Set([0, 0.5, 1, 1.5, 2, THRESHOLD, 3])].toSorted((a, b) => a - b);
const NAME = 24;

/** Of a set that was not learned from: how many attacks are found, or innocent texts flagged, above each threshold. */
export function measureLeftOut(name: string, items: readonly Item[], weights: Weights): string[] {
  const scoreView = scorerOf(weights);
  // The classifier alone, without the rules: its worst stretch in the worst reading.
  const scoreOf = (text: string): number =>
    Math.max(...listViews(text, screeningForm(text)).map((view) => scoreView(view.text)));
  return (['attack', 'benign'] as const).flatMap((label) => {
    const scores = items.filter((item) => item.label === label).map(({ text }) => scoreOf(text));
    if (scores.length === 0) return [];
    const shares = THRESHOLDS.map((threshold) => {
      const share = scores.filter((score) => score > threshold).length / scores.length;
      return `${(share * 100).toFixed(1)} %`.padStart(9);
    });
    return [
      `${label === 'attack' ? '+' : '-'} ${name.padEnd(NAME)} ${String(scores.length).padStart(6)} ${shares.join('')}`,
    ];
  });
}

export function headOfTable(): string {
  const columns = THRESHOLDS.map((threshold) => `> ${threshold}`.padStart(9));
  return `  ${'left out'.padEnd(NAME)} ${'items'.padStart(6)} ${columns.join('')}`;
}
