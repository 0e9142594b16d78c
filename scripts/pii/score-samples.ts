import { findPersonalData } from '#lib/kernel/personal-data/find-personal-data.ts';
import { type Kind, KINDS, type Span } from '#lib/kernel/personal-data/span.ts';
import type { Sample } from './sample.ts';
import { type Share, shareOf } from './wilson.ts';

/** `worst` names the template in which most was missed; `templates` is the mean recall over templates. */
export type KindScore = {
  kind: Kind;
  recall: Share;
  precision: Share;
  templates: { count: number; recall: number; worst: string };
};

/** Labelled stretches found whole and by their kind, and findings that touch a stretch labelled so. */
export function scoreSamples(samples: readonly Sample[]): KindScore[] {
  const read = samples.map((sample) => ({ ...sample, found: findPersonalData(sample.text) }));
  return KINDS.flatMap((kind) => {
    const labelled = read.flatMap(({ spans, found, template }) =>
      spans
        .filter((span) => span.kind === kind)
        .map((span) => ({ template, isFound: found.some((one) => covers(one, span)) })),
    );
    const findings = read.flatMap(({ spans, found }) =>
      found.filter((one) => one.kind === kind).map((one) => spans.some((span) => touches(one, span))),
    );
    if (labelled.length + findings.length === 0) return [];
    return [
      {
        kind,
        recall: shareOf(labelled.filter(({ isFound }) => isFound).length, labelled.length),
        precision: shareOf(findings.filter(Boolean).length, findings.length),
        templates: byTemplate(labelled),
      },
    ];
  });
}

function byTemplate(labelled: readonly { template: string; isFound: boolean }[]): KindScore['templates'] {
  const shares = [...Map.groupBy(labelled, ({ template }) => template)].map(([template, rows]) => ({
    template,
    share: rows.filter(({ isFound }) => isFound).length / rows.length,
  }));
  const worst = shares.toSorted((a, b) => a.share - b.share)[0];
  const recall = shares.reduce((sum, { share }) => sum + share, 0) / Math.max(1, shares.length);
  return { count: shares.length, recall, worst: worst && worst.share < 1 ? worst.template : '' };
}

function covers(found: Span, span: Sample['spans'][number]): boolean {
  return found.kind === span.kind && found.start <= span.start && found.end >= span.end;
}

function touches(found: Span, span: Sample['spans'][number]): boolean {
  return found.kind === span.kind && found.start < span.end && found.end > span.start;
}

/** Half of the templates, decided by the template alone: rows of one never stand on both sides. */
export function half(samples: readonly Sample[], side: 0 | 1): Sample[] {
  return samples.filter(
    ({ template }) =>
      [...template].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 65_521, 7) % 2 === side,
  );
}

/** How long one message takes, in microseconds: median and 99th percentile, after a first round that warms up. */
export function timeSamples(samples: readonly Sample[]): { p50: number; p99: number } {
  for (const { text } of samples) findPersonalData(text);
  const times = samples.map(({ text }) => {
    const began = performance.now();
    findPersonalData(text);
    return (performance.now() - began) * 1_000;
  });
  times.sort((a, b) => a - b);
  const at = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}
