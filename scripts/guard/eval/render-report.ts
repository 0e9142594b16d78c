import type { Report } from './evaluate.ts';
import type { Group } from './measure-detection.ts';
import type { Hiding } from './measure-hiding.ts';
import type { Share } from './wilson.ts';

const NAME = 44;
const MAX_KINDS = 40;

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const interval = ({ share, low, high, found, of }: Share): string =>
  `${percent(share).padStart(7)}  [${(low * 100).toFixed(1)}–${(high * 100).toFixed(1)}]`.padEnd(26) +
  `${found}/${of}`.padEnd(14);

/** The report in plain text, without colours. */
export function renderReport(report: Report): string {
  const { times, heaps } = report;
  const lines = [
    `Threshold ${report.threshold}, ${report.items} items. Intervals: Wilson, 95 %.`,
    ...section('Sets', report.sets),
    ...(report.sources.length > report.sets.length ? section('Sources', report.sources) : []),
    ...section('Languages', report.languages),
    ...section('Kinds', report.kinds.slice(0, MAX_KINDS)),
    '',
    'Thresholds (recall · false positives)',
    ...report.curve.map(
      ({ threshold, isShipped, recall, falsePositives }) =>
        `  ${String(threshold).padStart(5)}  ${percent(recall.share).padStart(8)}  ${percent(falsePositives.share).padStart(8)}${isShipped ? '  shipped' : ''}`,
    ),
    ...hiding('Hidden (share of plain recall)', report.obfuscations),
    ...hiding('Buried in innocent questions', report.buried),
    `  ${'no attack, only questions'.padEnd(NAME)} ${interval(heaps)}`,
    '',
    `Time: ≤ 200 characters p50 ${times.shortP50Us.toFixed(1)} µs, p99 ${times.shortP99Us.toFixed(1)} µs; 2,000 characters mean ${times.longMeanUs.toFixed(0)} µs.`,
  ];
  return `${lines.join('\n')}\n`;
}

function section(title: string, groups: readonly Group[]): string[] {
  if (groups.length === 0) return [];
  return [
    '',
    `${title} (attacks: found; innocent: flagged; beside it four naive patterns)`,
    ...groups.map(
      ({ name, label, flagged, blocked, naive }) =>
        `  ${label === 'attack' ? '+' : '-'} ${name.slice(-NAME).padEnd(NAME)} ${interval(flagged)} blocked ${percent(blocked.share).padStart(7)}  naive ${percent(naive.share).padStart(7)}`,
    ),
  ];
}

function hiding(title: string, rows: readonly Hiding[]): string[] {
  return [
    '',
    title,
    ...rows.map(
      ({ name, found, ofPlain }) => `  ${name.padEnd(NAME)} ${interval(found)} ${ofPlain.toFixed(2)}`,
    ),
  ];
}
