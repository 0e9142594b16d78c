import 'server-only';
import type { OriginSources } from './origin-of.ts';
import type { Segment, SegmentKind } from './provenance.ts';

/** The texts that an argument is compared with: see `originOf`. Earlier answers count for nobody. */
export function originSources(segments: readonly Segment[]): OriginSources {
  const textsOf = (kind: SegmentKind) => segments.filter((one) => one.kind === kind).map(({ text }) => text);
  return { person: textsOf('question'), thirdParty: textsOf('outside_text') };
}
