export type PromptPart = { text: string; isFence: boolean };

/** A tag of ours: a name with the suffix of this request behind it. Imitations have no suffix, or are written otherwise. */
const FENCE = /<\/?(?:system_instructions|facts|user_input|tool_data)_[\w-]+(?:\s[^<>\n]*)?>/g;

/** A prompt cut at its fences, so that a reader sees where data begins and ends. Nothing is dropped. */
export function markFences(content: string): PromptPart[] {
  const parts: PromptPart[] = [];
  let from = 0;
  for (const { 0: tag, index } of content.matchAll(FENCE)) {
    if (index > from) parts.push({ text: content.slice(from, index), isFence: false });
    parts.push({ text: tag, isFence: true });
    from = index + tag.length;
  }
  if (from < content.length) parts.push({ text: content.slice(from), isFence: false });
  return parts;
}
