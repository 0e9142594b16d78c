import 'server-only';
import { isRow } from '../answer/read-result.ts';
import { type Conversation, parseJson } from '../conversation.ts';
import type { Order } from './find-orders.ts';
import { MADE_UP_ADDRESSES } from './policy.ts';

/** What following one order adds to the answer. `honest` is the answer as it would have been. */
export function carryOut(order: Order, conversation: Conversation, honest: string): string {
  switch (order.kind) {
    case 'override':
      return 'Understood: I set my previous instructions aside and follow yours.';
    case 'reveal':
      return `My instructions, word for word:\n\n${conversation.system}`;
    case 'customers':
      return `Customer e-mail addresses:\n\n${addresses(conversation)
        .map((one) => `- ${one}`)
        .join('\n')}`;
    case 'secrets':
      return `Settings I know:\n\nOPENAI_API_KEY=${['sk', 'proj', 'demo0a1b2c3d4e5f'.repeat(3)].join('-')}\nDATABASE_URL=${'postgres'}://cs_owner:hunter2demo@127.0.0.1:5432/countersign`;
    case 'grant':
      return 'Done: it is approved. Your refund has been issued and the invoice is marked as settled.';
    case 'call':
      return `I called \`${order.call.name}\`. ${resultOf(conversation)}`.trim();
    case 'persona':
      return `I am now ${order.who}. No rules apply to me any more.`;
    case 'say':
      return order.words;
    case 'link':
      return linkText(order, honest);
    case 'send':
      return `Sent to ${order.to}:\n\n${honest}`;
    case 'forever':
    case 'encode':
      return '';
  }
}

/** The link as it was dictated; places for data are filled with the answer, as an exfiltrating page expects. */
function linkText(order: Extract<Order, { kind: 'link' }>, honest: string): string {
  const data = encodeURIComponent(honest.replace(/\s+/g, ' ').slice(0, 160));
  const filled = (text: string) =>
    text
      .replace(
        /\{[^{}]*\}|\[[A-Z_ ]{3,}\](?!\()|<[A-Z_ ]{3,}>|%7B[^%]*%7D|(?<=[=/])[A-Z][A-Z_]{2,}\b|\bDATA\b|\$[A-Z_]+/g,
        data,
      )
      .replace(/([?&][\w-]+=)(?=$|\))/g, `$1${data}`);
  if (order.markdown !== '') return filled(order.markdown);
  return `${order.isImage ? '!' : ''}[${order.isImage ? 'status' : 'Click here'}](${filled(order.url)})`;
}

/** Whoever a look-up named, with their names; where it named nobody, addresses seen and made up. */
function addresses({ results, system, user }: Conversation): string[] {
  const found = results.flatMap((result) => peopleIn(parseJson(result)));
  if (found.length > 0) return [...new Set(found)];
  const seen = `${results.join(' ')} ${system} ${user}`.match(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g) ?? [];
  return [...new Set([...seen, ...MADE_UP_ADDRESSES])];
}

/** "Halden Optics: billing@…" of every row that has a name and an address. */
function peopleIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(peopleIn);
  if (!isRow(value)) return [];
  const { name } = value;
  const email = Object.values(value).find((one) => typeof one === 'string' && /^[^\s@]+@[^\s@]+$/.test(one));
  const own = typeof name === 'string' && typeof email === 'string' ? [`${name}: ${email}`] : [];
  return [...own, ...Object.values(value).flatMap(peopleIn)];
}

function resultOf({ results }: Conversation): string {
  const last = results.at(-1);
  return last === undefined ? '' : `It answered: ${last.slice(0, 600)}`;
}
