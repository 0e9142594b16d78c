import 'server-only';
import type { Conversation } from '../conversation.ts';
import type { Intent } from '../intents/policy.ts';
import type { Focus } from '../types.ts';
import { nextFocus, type Understood, understand } from '../understanding/understand.ts';
import { amendWish, undoIn } from './amend-wish.ts';
import { addressesIn } from './clauses.ts';
import { completeWish, isComplete } from './complete-wish.ts';
import { quoteOfContext } from './quote-of-context.ts';
import { readWish } from './read-wish.ts';
import { replyKind } from './replies.ts';
import { wishOfContext } from './wish-of-context.ts';
import type { Wish } from './wish.ts';

/** A card that was shown earlier, and how the message speaks of it. */
export type OfCard = 'decides' | 'countersign' | 'done' | 'again' | 'decline';

/** The message as it is understood, with the change it speaks of, or what it says to a card. */
export type Heard = { understood: Understood; wish?: Wish; card?: OfCard };

/** What was wanted before, for "yes" and "two, please" to be about. */
type Before = { focus: Focus; last: Wish | null; asked: Wish | null; assistant: string };

/** Ends every proposal in the server's own words (`lib/turn/say-proposed.ts`). */
const CARD_SHOWN = /check the card and decide|prüfen Sie die Karte|revise la tarjeta|vérifiez la carte/u;
/** Ends the question whether to propose again (`card.again`). */
const ASKED_AGAIN =
  /Shall I prepare it again\?|noch einmal vorbereiten\?|Lo preparo otra vez\?|préparer à nouveau \?/u;

/** What the person says now, with everything said before. */
export function hear(conversation: Conversation): Heard {
  const { earlier, user, facts } = conversation;
  let before: Before = { focus: {}, last: null, asked: null, assistant: '' };
  for (const turn of earlier) {
    const understood = understand(turn.user, focusFor(before, turn.user), facts.today);
    const wish = wishIn(turn.user, understood, before, facts.today);
    before = {
      focus: withWish(nextFocus(before.focus, understood, turn.assistant), wish),
      last: wish,
      asked: wish?.mood === 'ask' ? wish : before.asked,
      assistant: turn.assistant,
    };
  }
  const understood = understand(user, focusFor(before, user), facts.today);
  const wish = wishIn(user, understood, before, facts.today);
  // What "from when?" was taken for beside the change it leans on is nothing.
  if (wish && before.last && quoteOfContext(before.last, user) && wish.mood === 'quote')
    return { understood: { ...understood, tasks: [] }, wish };
  if (wish) return { understood, wish };
  const card = ofCard(conversation, before);
  return card ? { understood, card } : { understood };
}

/** "Ok, thanks": to a price that was only asked for it says no more than that. */
const THANKS_ONLY =
  /^\W*(?:ok\w*|fine|great|good|perfect|right|alright|sure|all|gut|vale|bien|bon|d'accord)?[\s,.!]*(?:thanks|thank you|thx|cheers|danke|gracias|merci)\W*$/iu;

/** What a change is about as a question, for "until when can we use it?" to lean on. */
const SPEAKS_OF: Readonly<Record<Wish['tool'], Intent>> = {
  refund: 'request_refund',
  change_plan: 'change_plan',
  change_seats: 'change_seats',
  change_billing_contact: 'change_details',
  retry_payment: 'failed_payment',
  cancel_plan: 'cancel',
  pause_plan: 'cancel',
  resume_plan: 'renewal',
};

/** A change that was asked for is what is spoken of, whatever else the message was taken for. */
function withWish(focus: Focus, wish: Wish | null): Focus {
  if (wish?.mood === 'about' && wish.tool === 'change_billing_contact')
    return { ...focus, intent: SPEAKS_OF[wish.tool] };
  if (wish?.mood !== 'ask') return focus;
  const isTwice = wish.tool === 'refund' && wish.target.kind === 'duplicate';
  const intent = isTwice ? 'duplicates' : SPEAKS_OF[wish.tool];
  const invoice = wish.tool === 'refund' && 'invoice' in wish.target ? wish.target.invoice : undefined;
  return { ...focus, intent, ...(invoice ? { invoice } : {}) };
}

const ITS_AMOUNT =
  /\b(?:how much|which (?:seat|desk|one|invoice|bill)|what (?:seat|desk)|wie ?viel|cu[aá]nto|combien)\b/iu;
const NAMES_REFUND = /refund|back|erstatt|zur[uü]ck|reembols|devol|rembours/iu;

/** "How much was it?" after a duplicate was to be given back is about that one, whatever was asked of refunds since. */
function focusFor({ focus, asked }: Before, typed: string): Focus {
  const ofTwice = asked?.tool === 'refund' && asked.target.kind === 'duplicate';
  const ofRefunds = focus.intent === 'refunds' || focus.intent === 'request_refund';
  const isShort = typed.trim().split(/\s+/).length <= 8;
  return ofTwice && ofRefunds && isShort && ITS_AMOUNT.test(typed) && !NAMES_REFUND.test(typed)
    ? { ...focus, intent: 'duplicates' }
    : focus;
}

function wishIn(typed: string, { language }: Understood, before: Before, today: string): Wish | null {
  const { focus, last, asked, assistant } = before;
  const setting = { language, today, focus };
  const said = readWish(typed, setting) ?? onlyAddress(typed, focus);
  const isShown = CARD_SHOWN.test(assistant);
  const amended = last && (isShown || last.mood === 'quote') ? amendWish(last, typed, setting) : null;
  if (amended && (!said || !isComplete(said))) return amended;
  if (said) return withValueOf(last, said);
  const isAssent = replyKind(typed) === 'assent' && !(last?.mood !== 'ask' && THANKS_ONLY.test(typed));
  if (isAssent && asked && ASKED_AGAIN.test(assistant)) return asked;
  if (!last) return wishOfContext(typed, last, setting);
  // "Yes" to what was only talked about is a wish; "yes" to a card is none.
  if (isAssent) return last.mood !== 'ask' && isComplete(last) ? { ...last, mood: 'ask' } : null;
  const meant = isShown ? null : wishOfContext(typed, last, setting);
  if (meant) return meant;
  const quoted = quoteOfContext(last, typed);
  if (quoted) return quoted;
  const undone = undoIn(last, typed);
  if (undone?.isAsked) return { ...undone.wish, mood: 'about' };
  return isComplete(last) || isShown ? null : completeWish(last, typed, setting);
}

/** "Ok, switch us" after "what would Business cost?" means Business. */
function withValueOf(last: Wish | null, said: Wish): Wish {
  const isSame = last?.tool === said.tool && last.mood !== 'ask' && said.mood === 'ask';
  return last && isSame && isComplete(last) && !isComplete(said) ? { ...last, mood: 'ask' } : said;
}

/** Nothing but an address, where the one on file was spoken of. */
function onlyAddress(typed: string, { intent }: Focus): Wish | null {
  const [email, ...others] = addressesIn(typed);
  const isAlone = email !== undefined && others.length === 0 && typed.trim().split(/\s+/).length <= 4;
  const isMeant = intent === 'details' || intent === 'change_details';
  return isAlone && isMeant ? { mood: 'ask', tool: 'change_billing_contact', email } : null;
}

function ofCard({ user, facts }: Conversation, { last, assistant }: Before): OfCard | null {
  const kind = replyKind(user) ?? (last && undoIn(last, user) ? 'no' : null);
  if (!kind) return null;
  const state = facts.changes[0]?.state ?? (last && CARD_SHOWN.test(assistant) ? 'pending' : undefined);
  if (state === undefined) return null;
  const isOpen = state === 'pending' || state === 'confirmed';
  if (kind === 'no') return isOpen ? 'decline' : null;
  if (state === 'executed') return 'done';
  if (!isOpen) return 'again';
  return state === 'confirmed' ? 'countersign' : 'decides';
}
