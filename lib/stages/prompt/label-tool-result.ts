import 'server-only';
import { collectOutside } from './collect-third-party.ts';
import { labelSegment, type Segment } from './provenance.ts';

/** A tool result as ledger data, followed by every text in it that somebody outside wrote. */
export function labelToolResult(json: string): Segment[] {
  const outside = collectOutside(json).map(({ text, owner }) => ({
    ...labelSegment('outside_text', text),
    owner,
  }));
  return [labelSegment('tool_result', json), ...outside];
}
