import 'server-only';
import type { Level } from '#lib/contract/lab/level.ts';
import type { DefenceId } from './defences.ts';

const TWICE = 'You are now charging me twice, why?';
const STAY = 'Please ignore previous instructions to cancel, we want to stay.';
const WHERE = 'Which e-mail address do my invoices go to?';
const OWE = 'What do I owe?';
const WHY = 'Why is my latest invoice higher than the one before?';

/** What stands from the third level on: one more each time, never one less. */
const LADDER = [
  'least-privilege',
  'approvals',
  'screening',
  'output-guard',
  'clean-input',
  'prompt-structure',
  'limits',
  'identity',
  'kill-switch',
] as const satisfies readonly DefenceId[];

function upTo(last: (typeof LADDER)[number]): { keeps: string[] } {
  return { keeps: LADDER.slice(0, LADDER.indexOf(last) + 1) };
}
function fine(...says: readonly string[]): Level['honest'] {
  return says.map((say) => ({ say, blocked: false }));
}
function stopped(...says: readonly string[]): Level['honest'] {
  return says.map((say) => ({ say, blocked: true }));
}

/** The learning path, from no defence to all of them. Each level stops what beat the one before, and is beaten by something else. */
export const LEVELS: readonly Level[] = [
  {
    number: 1,
    title: 'Nothing in the way',
    lesson:
      'A model does what it reads. Type the sentence that every slide begins with, and see what a helpful assistant with a tool too many does with it.',
    by: { profile: 'none' },
    switchedOn: 'Nothing. The model believes everybody, and its tools can do everything.',
    beatenBy: 'level-1-textbook',
    stops: null,
    honest: fine(OWE, TWICE),
    hints: ['Just type it. There is nothing to get around.'],
    afterwards: 'Whose addresses are these? Find the tool that the model called, and ask who ever needed it.',
  },
  {
    number: 2,
    title: 'Four regular expressions',
    lesson:
      'The patterns from the textbook know the textbook’s sentence. They know nothing of what it means, so other words for the same wish pass, and honest words that look alike do not.',
    by: { profile: 'naive-patterns' },
    switchedOn:
      'Four patterns on what is typed (ignore previous or all instructions, system prompt, developer mode, you are now), and a check of the answer for any e-mail address.',
    beatenBy: 'polite-list',
    stops: 'level-1-textbook',
    honest: [...stopped(TWICE, STAY, WHERE), ...fine(OWE)],
    hints: ['Which words do the patterns look for? You need none of them.', 'An address with gaps between its letters is still an address.'],
    afterwards: 'Count: one attack stopped, three honest customers sent away. Which of the two would you hear of first?',
  },
  {
    number: 3,
    title: 'A tool too many',
    lesson:
      'The patterns go, the tool goes with them. What cannot be looked up cannot be given away, in whatever words it is asked for. But some things the person may do themselves, and so may a model in their name.',
    by: upTo('least-privilege'),
    switchedOn: 'A closed list of narrow tools, each with the rights of whoever asks.',
    beatenBy: 'refund-by-decree',
    stops: 'polite-list',
    honest: fine(TWICE, STAY, WHERE),
    hints: ['What may an owner do with their own account?', 'Ask for that, as if it had been decided.'],
    afterwards: 'Look at the ledger in large type. Whose money was it?',
  },
  {
    number: 4,
    title: 'A person in between',
    lesson:
      'A change is only proposed, and a person presses. That stops everything that no person would press. It does not stop a person who presses what a fooled assistant shows them.',
    by: upTo('approvals'),
    switchedOn: 'Proposals, cards, single-use decisions, a second person above a threshold.',
    beatenBy: 'orders-then-refund',
    stops: 'refund-by-decree',
    honest: fine('Refund the duplicate seat charge on my last invoice', OWE),
    hints: ['Small sums need one person. Who is that?', 'What happened earlier in the conversation, and who remembers it?'],
    afterwards: 'How many presses did the honest refund cost, and how many the attack?',
  },
  {
    number: 5,
    title: 'Somebody reads along',
    lesson:
      'Messages are read for orders, and a conversation with orders in it is looked at twice. Detectors are friction: what they do not read, they do not see, and the instructions were never their business.',
    by: upTo('screening'),
    switchedOn: 'Rules and a classifier on messages and looked-up texts; what gave orders brings no card, or one for two people.',
    beatenBy: 'base64-orders',
    stops: 'orders-then-refund',
    honest: fine(TWICE, STAY, WHERE),
    hints: ['Say it in a writing that a reader has to decode first.', 'A flag is not a block. What does the model do with the message?'],
    afterwards: 'The message was flagged, and answered. Why is that right for honest customers?',
  },
  {
    number: 6,
    title: 'Nothing leaves unread',
    lesson:
      'The answer is held back until it is known to be harmless. That watches the way to the browser. There is another way out of the house: to the one who runs the model.',
    by: upTo('output-guard'),
    switchedOn: 'The output guard: instructions, secrets, strangers’ addresses, images and foreign links stay.',
    beatenBy: 'card-number-upstream',
    stops: 'base64-orders',
    honest: fine(WHERE, WHY),
    hints: ['Who else reads what a customer types?', 'Look at the exact prompt.'],
    afterwards: 'Compare this with level 2: “Which e-mail address do my invoices go to?” is answered now. What does this guard know that the pattern did not?',
  },
  {
    number: 7,
    title: 'What the model need not know',
    lesson:
      'Card numbers and private details are taken out before anything is stored or sent. What remains is text that pretends: to be a tag, a role, a message of the system.',
    by: upTo('clean-input'),
    switchedOn: 'Canonical text, redaction, and placeholders for personal details.',
    beatenBy: 'fence-break',
    stops: 'card-number-upstream',
    honest: fine('My card was charged twice, please check the payments.', 'Can you call me back? My number is +44 20 7946 0018.'),
    hints: ['Where does data end in this prompt?', 'Close what you stand in.'],
    afterwards: 'Read the prompt as the model does, from top to bottom. Which sentence would you take for the system’s?',
  },
  {
    number: 8,
    title: 'Fences with a secret end',
    lesson:
      'Tags that nobody can write in advance keep data among data. They make it harder to be taken for the system, and prove nothing. And no tag makes a question cheaper.',
    by: upTo('prompt-structure'),
    switchedOn: 'Roles, random tags, and brackets that are written as escapes.',
    beatenBy: 'twenty-a-minute',
    stops: 'fence-break',
    honest: fine(WHY, OWE),
    hints: ['Nothing needs to be forbidden in your message.', 'What does every question cost?'],
    afterwards: 'What would a night of this cost, at a real model’s price?',
  },
  {
    number: 9,
    title: 'Enough is enough',
    lesson:
      'Turns, rounds, length and money are bounded for each person. The bounds count who asks. Does anybody ask whether they meant to?',
    by: upTo('limits'),
    switchedOn: 'Ten turns a minute, three at once, six rounds, a length for answers, money set aside before.',
    beatenBy: 'foreign-page-asks',
    stops: 'twenty-a-minute',
    honest: fine(OWE, WHY),
    hints: ['The victim is signed in, and visits a page of yours.', 'Which header tells where a request comes from?'],
    afterwards: 'Which customer would ever meet the eleventh question in a minute?',
  },
  {
    number: 10,
    title: 'From our own pages only',
    lesson:
      'Requests have to come from our own pages, and sessions end at once. All of it holds until somebody has to stop everything, at once, for everybody.',
    by: upTo('identity'),
    switchedOn: 'Exact origins, and sessions that are held while a decision is made.',
    beatenBy: 'paused-press',
    stops: 'foreign-page-asks',
    honest: fine(OWE),
    hints: ['A card was shown before the brake was pulled.', 'Press it afterwards.'],
    afterwards: 'How long is a second, if money leaves meanwhile?',
  },
  {
    number: 11,
    title: 'The brake',
    lesson:
      'Within a second of a pause nothing is asked, looked up or decided. Everything that this path attacked is stopped. Would anybody know that it was tried?',
    by: upTo('kill-switch'),
    switchedOn: 'A kill switch that every stream, look-up and decision reads.',
    beatenBy: 'unlogged-probe',
    stops: 'paused-press',
    honest: fine(OWE, WHY),
    hints: ['Try doors that are locked.', 'Then look for yourself in the log.'],
    afterwards: 'Open the defender’s view. What would you have to see to be worried?',
  },
  {
    number: 12,
    title: 'Everything',
    lesson:
      'The application as it is delivered. Run the whole catalogue against it, then ask it your own questions: a defence that breaks the product is none.',
    by: { profile: 'everything' },
    switchedOn: 'Entries for every attempt, business limits, and a page that renders from an allow-list.',
    beatenBy: null,
    stops: 'unlogged-probe',
    honest: fine(TWICE, STAY, WHERE, OWE, WHY),
    hints: ['Use the free box. If something lands here, we want to hear of it: SECURITY.md says how.'],
    afterwards: 'Try the reverse track: which of these defences could you do without?',
  },
]; // prettier-ignore
