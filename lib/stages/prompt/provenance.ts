import 'server-only';

/** How far a text may be believed: ours, the asking person's own, or written by anybody else. */
export type Integrity = 'trusted' | 'person' | 'third_party';
/** Whose text it is. `tenant` is somebody of the viewer's company; `unknown` may be anybody. */
export type Owner = 'server' | 'viewer' | 'tenant' | 'unknown';

export type SegmentKind = 'instructions' | 'facts' | 'question' | 'answer' | 'tool_result' | 'outside_text';

/** One part of what the model sees, and what it is worth. */
export type Segment = { kind: SegmentKind; integrity: Integrity; owner: Owner; text: string };

/**
 * What each kind of segment is worth. An earlier answer is the model's own text: it may quote anybody, so it is never
 * more than third-party text.
 */
const PROVENANCE = {
  instructions: { integrity: 'trusted', owner: 'server' },
  facts: { integrity: 'trusted', owner: 'server' },
  question: { integrity: 'person', owner: 'viewer' },
  answer: { integrity: 'third_party', owner: 'unknown' },
  tool_result: { integrity: 'trusted', owner: 'tenant' },
  outside_text: { integrity: 'third_party', owner: 'unknown' },
} as const satisfies Record<SegmentKind, { integrity: Integrity; owner: Owner }>;

/** A text with the labels of its kind. */
export function labelSegment(kind: SegmentKind, text: string): Segment {
  return { kind, ...PROVENANCE[kind], text };
}
