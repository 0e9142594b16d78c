import type { Kind } from '#lib/kernel/personal-data/span.ts';

/** A text with what a person would mark in it. Samples of one template differ only in what was filled in. */
export type Sample = {
  text: string;
  spans: readonly { kind: Kind; start: number; end: number }[];
  template: string;
};
