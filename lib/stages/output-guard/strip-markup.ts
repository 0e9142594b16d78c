import 'server-only';
import { fault } from '#faults';
import { isAllowedHref } from '#lib/contract/links.ts';
import { neutral } from './neutral-text.ts';
import { isPlain, whileWaiting } from './parts-of.ts';
import type { Found, Pass, Sink } from './passes.ts';
import { LABEL_MAX, PLACEHOLDERS, TAG_MAX, TARGET_MAX } from './policy.ts';
import { keepApart, LINK_END, minds, piece, put, type Said, say } from './say-markup.ts';

type State = 'text' | 'bang' | 'label' | 'labelled' | 'target' | 'angle' | 'tag';

/** `held` is the link text or the tag so far, `target` the link target. */
type Markup = Said & {
  state: State;
  isImage: boolean;
  held: string;
  target: string;
  depth: number;
  readonly found: Found;
};

const NEITHER_ENDS_NOR_NESTS = /^[^()\n]*$/;
/** With one of these directly before a link, its text may be part of an address. */
const ADDRESS_EDGE = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\u{1d400}-\u{1d7ff}.%+@-]$/u;

/**
 * Markdown links stay only when their target is in the table; others become their text. Images, reference
 * definitions and tags go. Nothing is removed without something that keeps its neighbours apart.
 */
export function stripMarkup(next: Sink, found: Found): Pass {
  const nothing = { held: '', target: '', last: '', edge: '' };
  const markup: Markup = { state: 'text', isImage: false, depth: 0, gap: false, ...nothing, next, found };
  return {
    take: (part) => take(markup, part),
    end: () => giveUp(markup),
    isIdle: () => markup.state === 'text' && !minds(markup),
    resume: (last) => void (markup.last = markup.edge = last),
  };
}

function take(markup: Markup, part: string): void {
  if (markup.state === 'text' && !beginsMarkup(part)) put(markup, part);
  else if (isOver(markup, part)) {
    giveUp(markup);
    put(markup, part);
  } else if (!takeRun(markup, part))
    whileWaiting(
      part,
      () => markup.state !== 'text',
      (character) => takeOne(markup, character),
      (run) => put(markup, run),
    );
}

/** Whether a run shows that what was waited for does not come: a bracket after `!`, a target after a label. */
function isOver({ state }: Markup, part: string): boolean {
  return (state === 'bang' || (state === 'labelled' && !part.startsWith('('))) && isPlain(part);
}

/** What is written within a label or a target goes at once, where nothing in it can end or nest one. */
function takeRun(markup: Markup, part: string): boolean {
  const { state, held, target } = markup;
  if (!isPlain(part) || !NEITHER_ENDS_NOR_NESTS.test(part)) return false;
  if (state === 'label' && held.length + part.length < LABEL_MAX) markup.held += part;
  else if (state === 'target' && target.length + part.length < TARGET_MAX) markup.target += part;
  else return false;
  return true;
}

function takeOne(markup: Markup, character: string): void {
  if (markup.state === 'label') return inLabel(markup, character);
  if (markup.state === 'target') return inTarget(markup, character);
  if (markup.state === 'tag') return inTag(markup, character);
  if (markup.state === 'angle') return afterAngle(markup, character);
  if (markup.state === 'labelled' && character === '(') {
    begin(markup, 'target', markup.held);
    return;
  }
  const isImage = markup.state === 'bang' && character === '[';
  if (!isImage) giveUp(markup);
  if (character === '[') {
    begin(markup, 'label');
    markup.isImage = isImage;
  } else if (character === '!') markup.state = 'bang';
  else if (character === '<') markup.state = 'angle';
  else put(markup, character);
}

function beginsMarkup(character: string): boolean {
  return character === '[' || character === '!' || character === '<';
}

function begin(markup: Markup, state: State, held = ''): void {
  Object.assign(markup, { state, held, target: '', depth: 0 });
}

function inLabel(markup: Markup, character: string): void {
  if (markup.held.length >= LABEL_MAX || endsParagraph(markup.held, character))
    return again(markup, character);
  if (character === ']' && markup.depth === 0) {
    markup.state = 'labelled';
    return;
  }
  if (character === '[') markup.depth += 1;
  if (character === ']') markup.depth -= 1;
  markup.held += character;
}

function inTarget(markup: Markup, character: string): void {
  if (markup.target.length >= TARGET_MAX || endsParagraph(markup.target, character))
    return again(markup, character);
  if (character === ')' && markup.depth === 0) return closeLink(markup);
  if (character === '(') markup.depth += 1;
  if (character === ')') markup.depth -= 1;
  markup.target += character;
}

function inTag(markup: Markup, character: string): void {
  const isTooLong = markup.held.length >= TAG_MAX || endsParagraph(markup.held, character);
  if (isTooLong || character === '<') return again(markup, character);
  if (character === '>') return closeTag(markup);
  markup.held += character;
}

function afterAngle(markup: Markup, character: string): void {
  if (/[A-Za-z/!?]/.test(character)) return begin(markup, 'tag', character);
  if (!/[\s0-9=-]/.test(character)) return again(markup, character);
  markup.state = 'text';
  say(markup, `<${character}`);
}

function closeLink(markup: Markup): void {
  markup.state = 'text';
  const href = markup.target.trim();
  const words = neutral(markup.held).trim();
  if (markup.isImage) {
    markup.found('image');
    piece(markup, fault('images-allowed') ? `![${words}](${href})` : PLACEHOLDERS.image);
  } else if ((isAllowedHref(href) || fault('links-allowed')) && !words.includes('@')) {
    // A reader sees an address through the marks of a link: `[jane](/plan)@…` has to come apart.
    if (ADDRESS_EDGE.test(markup.edge)) put(markup, ' ');
    piece(markup, `[${words === '' ? href : words}](${href})`);
    markup.edge = LINK_END;
  } else {
    markup.found('link');
    bare(markup, markup.held);
  }
}

function closeTag(markup: Markup): void {
  markup.state = 'text';
  if (fault('markup-allowed')) return piece(markup, `<${markup.held}>`);
  if (/^[A-Za-z][A-Za-z0-9+.-]*:/.test(markup.held)) {
    markup.found('link');
    keepApart(markup);
    return piece(markup, PLACEHOLDERS.link);
  }
  if (/^[^\s/]+@[^\s/]+$/.test(markup.held)) return bare(markup, markup.held);
  markup.found('html');
  keepApart(markup);
}

/** What was held turns out to be no markup, or too long to wait for: it loses what would make it markup. */
function giveUp(markup: Markup): void {
  const { state, isImage, held, target } = markup;
  const bang = isImage ? '!' : '';
  markup.state = 'text';
  if (state === 'bang') put(markup, '!');
  if (state === 'label') say(markup, `${bang}(${neutral(held)}`);
  if (state === 'labelled') {
    if (isImage) put(markup, '!');
    piece(markup, `[${neutral(held)}]`);
  }
  if (state === 'target') say(markup, `${neutral(held)} (${neutral(target)}`);
  if (state === 'angle') put(markup, '‹');
  if (state === 'tag') say(markup, `‹${neutral(held)}`);
}

function again(markup: Markup, character: string): void {
  giveUp(markup);
  takeOne(markup, character);
}

/** Text whose markup went: kept apart on both sides. */
function bare(markup: Markup, text: string): void {
  keepApart(markup);
  say(markup, neutral(text));
  markup.gap = true;
}

function endsParagraph(text: string, character: string): boolean {
  return character === '\n' && /\n[ \t]*$/.test(text);
}
