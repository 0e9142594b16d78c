import 'server-only';
import { isAllowedHref } from '#lib/contract/links.ts';
import { type Found, type Pass, PIECE_END, PIECE_START, type Sink } from './passes.ts';
import { LABEL_MAX, PLACEHOLDERS, TAG_MAX, TARGET_MAX } from './policy.ts';

type State = 'text' | 'bang' | 'label' | 'labelled' | 'target' | 'angle' | 'tag';

const KEPT = 'e-mail|link|image|secret|card number';
const OPENING = new RegExp(`\\[(?!(?:${KEPT}) removed\\])`, 'g');
const CLOSING_BRACKET = new RegExp(`(?<!\\[(?:${KEPT}) removed)\\]`, 'g');
/** What may follow removed markup directly. Anything else could join with what stands before it. */
const NO_GAP = /[\s.,!?)]/;

/**
 * Markdown links stay only when their target is in the table; others become their text. Images, reference
 * definitions and tags go. Nothing is removed without something that keeps its neighbours apart.
 */
export function stripMarkup(next: Sink, found: Found): Pass {
  let state: State = 'text';
  let isImage = false;
  let label = '';
  let target = '';
  let depth = 0;
  let last = '';
  let gap = false;

  function put(character: string): void {
    if (gap && !NO_GAP.test(character)) next(' ');
    // `](`, `][` and `]:` make links and definitions: only `piece` below writes them.
    else if (last === ']' && /[([:]/.test(character)) next(' ');
    gap = false;
    last = character;
    next(character);
  }
  function say(text: string): void {
    for (const character of text) put(character);
  }
  /** Shown as a whole or not at all. */
  function piece(text: string): void {
    if (gap || last === ']') next(' ');
    gap = false;
    last = text.at(-1) ?? last;
    next(PIECE_START);
    for (const character of text) next(character);
    next(PIECE_END);
  }
  /** Text whose markup went: kept apart on both sides. */
  function bare(text: string): void {
    if (last !== '' && !/[\s(]/.test(last)) gap = true;
    say(neutral(text));
    gap = true;
  }

  function closeLink(): void {
    const href = target.trim();
    const words = neutral(label).trim();
    if (isImage) {
      found('image');
      piece(PLACEHOLDERS.image);
    } else if (isAllowedHref(href)) {
      piece(`[${words === '' ? href : words}](${href})`);
    } else {
      found('link');
      bare(label);
    }
    state = 'text';
  }
  function closeTag(): void {
    state = 'text';
    if (/^[A-Za-z][A-Za-z0-9+.-]*:/.test(label)) {
      found('link');
      gap = last !== '' && !/[\s(]/.test(last);
      return piece(PLACEHOLDERS.link);
    }
    if (/^[^\s/]+@[^\s/]+$/.test(label)) return bare(label);
    found('html');
    gap = last !== '' && !/\s/.test(last);
  }
  /** What was held turns out to be no markup, or too long to wait for. */
  function giveUp(): void {
    const held = state;
    state = 'text';
    if (held === 'bang') say('!');
    if (held === 'label') say(`${isImage ? '!' : ''}(${neutral(label)}`);
    if (held === 'labelled') bracketed();
    if (held === 'target') say(`${neutral(label)} (${neutral(target)}`);
    if (held === 'angle') say('‹');
    if (held === 'tag') say(`‹${neutral(label)}`);
  }
  function bracketed(): void {
    piece(`${isImage ? '!' : ''}[${neutral(label)}]`);
  }
  const begin = (to: State): void => {
    [state, label, target, depth] = [to, '', '', 0];
  };

  function inLabel(character: string): void {
    if (label.length >= LABEL_MAX || endsParagraph(label, character)) return again(character);
    if (character === ']' && depth === 0) {
      state = 'labelled';
      return;
    }
    if (character === '[') depth += 1;
    if (character === ']') depth -= 1;
    label += character;
  }
  function inTarget(character: string): void {
    if (target.length >= TARGET_MAX || endsParagraph(target, character)) return again(character);
    if (character === ')' && depth === 0) return closeLink();
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    target += character;
  }
  function inTag(character: string): void {
    if (label.length >= TAG_MAX || character === '<' || endsParagraph(label, character))
      return again(character);
    if (character === '>') return closeTag();
    label += character;
  }
  function again(character: string): void {
    giveUp();
    take(character);
  }
  function afterAngle(character: string): void {
    if (/[A-Za-z/!?]/.test(character)) {
      begin('tag');
      label = character;
      return;
    }
    if (!/[\s0-9=-]/.test(character)) return again(character);
    state = 'text';
    say('<');
    put(character);
  }

  function take(character: string): void {
    if (state === 'label') return inLabel(character);
    if (state === 'target') return inTarget(character);
    if (state === 'tag') return inTag(character);
    if (state === 'angle') return afterAngle(character);
    if (state === 'labelled' && character === '(') {
      depth = 0;
      state = 'target';
      return;
    }
    const wasBang = state === 'bang' && character === '[';
    if (!wasBang) giveUp();
    if (character === '[') {
      begin('label');
      isImage = wasBang;
    } else if (character === '!') state = 'bang';
    else if (character === '<') state = 'angle';
    else put(character);
  }

  return { take, end: giveUp };
}

function endsParagraph(text: string, character: string): boolean {
  return character === '\n' && /\n[ \t]*$/.test(text);
}

/** Text in which no markup can begin; our own placeholders stay as they are. */
function neutral(text: string): string {
  return text.replace(OPENING, '(').replace(CLOSING_BRACKET, ')').replaceAll('<', '‹');
}
