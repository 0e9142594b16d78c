export type PromptPart = { text: string; kind: 'plain' | 'fence' | 'typed' };

/** A tag of ours: a name with the suffix of this request behind it. Imitations have no suffix, or are written otherwise. */
const FENCE = /<\/?(?:system_instructions|facts|user_input|tool_data)_[\w-]+(?:\s[^<>\n]*)?>/g;

/**
 * A prompt cut at its fences and at what was typed, so that a reader sees where data begins and ends, and where the attack
 * stands in it. Nothing is dropped.
 */
export function markPrompt(content: string, typed: readonly string[]): PromptPart[] {
  const fences = cut([{ text: content, kind: 'plain' }], FENCE, 'fence');
  return typed
    .filter((text) => text.trim() !== '')
    .reduce((parts, text) => cut(parts, new RegExp(escape(text), 'g'), 'typed'), fences);
}

function cut(parts: readonly PromptPart[], pattern: RegExp, kind: 'fence' | 'typed'): PromptPart[] {
  return parts.flatMap((part) => (part.kind === 'plain' ? cutPlain(part.text, pattern, kind) : [part]));
}

function cutPlain(text: string, pattern: RegExp, kind: 'fence' | 'typed'): PromptPart[] {
  const found: PromptPart[] = [];
  let from = 0;
  for (const { 0: piece, index } of text.matchAll(pattern)) {
    found.push({ text: text.slice(from, index), kind: 'plain' }, { text: piece, kind });
    from = index + piece.length;
  }
  return [...found, { text: text.slice(from), kind: 'plain' } as const].filter((part) => part.text !== '');
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
