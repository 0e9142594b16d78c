import { findWorst } from '#lib/stages/input-guard/classifier/find-worst.ts';
import { THRESHOLD } from '#lib/stages/input-guard/classifier/policy.ts';
import { weighBy } from '#lib/stages/input-guard/classifier/place-table.ts';
import type { Weights } from '#lib/stages/input-guard/classifier/weights-file.ts';
import { readFeatures } from '#lib/stages/input-guard/classifier/read-features.ts';
import { screeningForm } from '#lib/stages/input-guard/screening-form.ts';
import { listViews } from '#lib/stages/input-guard/views/list-views.ts';
import type { Item } from '../read-items.ts';

const THRESHOLDS = [...new Set([-1, 0, 0.5, 1, 1.5, 2, THRESHOLD, 3])].toSorted((a, b) => a - b);
const NAME = 24;

/** Of a set that was not learned from: how many attacks are found, or innocent texts flagged, above each threshold. */
export function measureLeftOut(name: string, items: readonly Item[], weights: Weights): string[] {
  return (['attack', 'benign'] as const).flatMap((label) => {
    const scores = items.filter((item) => item.label === label).map(({ text }) => scoreOf(text, weights));
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

/** The classifier alone, without the rules: its worst stretch in the worst reading. */
function scoreOf(text: string, { table, scale, bias }: Weights): number {
  const weightOf = weighBy(table);
  const worst = listViews(text, screeningForm(text)).map(
    (view) => findWorst(readFeatures(view.text), weightOf).score,
  );
  return bias + scale * Math.max(...worst);
}
