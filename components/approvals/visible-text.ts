/** A stretch of text as it is, or one character that would not be seen, written out. */
export type TextPart = { text: string; hidden: boolean };

/**
 * What no reader sees or what changes how its neighbours read: controls, format and bidi characters, private and broken ones,
 * line and paragraph separators, wide and narrow blanks (but those that money and dates are written with: U+00A0, U+2009,
 * U+202F), everything Unicode lets a font ignore, the blank braille cell, and the fourth and further marks piled on one letter.
 */
const HIDDEN =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u1680\u2000-\u2008\u200a\u205f\u2800\u3000]|(?<=\p{M}{3})\p{M}/gu;

/** Text cut so that each hidden character stands alone and visible: `a⟨U+202E⟩b`. Nothing is dropped. */
export function visibleText(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(HIDDEN)) {
    if (index > from) parts.push({ text: text.slice(from, index), hidden: false });
    parts.push({ text: nameOf(found), hidden: true });
    from = index + found.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), hidden: false });
  return parts;
}

function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
