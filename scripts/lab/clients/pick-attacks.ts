import type { Attack } from '#lib/contract/lab/attack.ts';
import type { LookOf } from '#lib/contract/lab/oracle.ts';
import type { StepOf } from '#lib/contract/lab/scene.ts';
import { writtenAs } from '#lib/operations/lab/run/written-as.ts';

/** An attack that somebody with a message box and nothing else can carry out, and what would show in an answer that it landed. */
export type MessageAttack = {
  readonly id: string;
  readonly title: string;
  readonly owasp: readonly string[];
  readonly messages: readonly string[];
  /** Marks of the catalogue that an answer may not hold. */
  readonly marks: readonly string[];
  /** Texts that it may not hold. */
  readonly texts: readonly string[];
};

/** Longest message that goes into a pack, in characters: a megabyte of one letter is tried by the lab itself. */
const MESSAGE_MAX = 8_000;
/** Marks that can be told from an answer alone: the others need what only a run of the lab knows. */
const TELLABLE: readonly string[] = [
  'foreign',
  'foreign-email',
  'staff-email',
  'instructions',
  'canary',
  'secret',
];

/** Those attacks of a catalogue that outside clients can try: typed by the owner, with no help of a ledger, a press or a model. */
export function pickAttacks(attacks: readonly Attack[]): MessageAttack[] {
  return attacks.flatMap((attack) => {
    const messages = messagesOf(attack);
    const looks = attack.oracle.filter(isAboutAnswer);
    const marks = looks.flatMap(({ hold }) => hold ?? []).filter((mark) => TELLABLE.includes(mark));
    const texts = looks.flatMap(({ text }) => text ?? []).filter((text) => !hasPlaceholder(text));
    if (messages === null || (marks.length === 0 && texts.length === 0)) return [];
    const { id, title, mappings } = attack;
    return [{ id, title, owasp: mappings.owasp, messages, marks, texts }];
  });
}

function messagesOf({ as, plants, steps }: Attack): string[] | null {
  if (as !== 'owner' || plants.length > 0) return null;
  const messages = steps.map((step) => (step.do === 'say' ? messageOf(step) : null));
  return messages.every((message) => message !== null) ? messages : null;
}

function messageOf({
  as = 'owner',
  text,
  write,
  repeat = 1,
  times = 1,
  atOnce = 1,
  model,
}: StepOf<'say'>): string | null {
  if (as !== 'owner' || model || times > 1 || atOnce > 1 || hasPlaceholder(text)) return null;
  const message = writtenAs(text, write ?? 'plain').repeat(repeat);
  // What the clients' own templates would take for theirs is left to the lab.
  return message.length > MESSAGE_MAX || /\{\{|\{%|\{#/.test(message) ? null : message;
}

function hasPlaceholder(text: string): boolean {
  return /\{[a-z-]+\}/.test(text);
}

function isAboutAnswer(look: Attack['oracle'][number]): look is LookOf<'bytes'> {
  return look.look === 'bytes' && look.to === 'viewer';
}
