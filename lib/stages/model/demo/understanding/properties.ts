import 'server-only';
import type { Intent } from '../intents/policy.ts';

/**
 * What a short question asks of the thing just spoken of, by the property it names: `named` by any of these concepts,
 * together with no others than `beside`. Under what was asked last stands what answers it; first row that fits.
 */
type Property = {
  readonly named: string;
  readonly beside: string;
  /** Something else is meant where one of these stands there too. */
  readonly unless?: string;
  readonly of: Readonly<Partial<Record<Intent, Intent>>>;
};

const all = (intents: string, answer: Intent): Partial<Record<Intent, Intent>> =>
  Object.fromEntries(intents.split(' ').map((intent) => [intent, answer]));
const same = (intents: string): Partial<Record<Intent, Intent>> =>
  Object.fromEntries(intents.split(' ').map((intent) => [intent, intent]));

const INVOICES =
  'show_invoice list_invoices extreme_invoice pdf memo void_invoice due_date payment_status tax overdue owe why_changed compare';
const USAGE = 'usage projection overage';

export const PROPERTIES: readonly Property[] = [
  {
    named: 'issued',
    beside: 'when what latest due pdf',
    of: { ...all(INVOICES, 'show_invoice'), ...same('refunds credits discounts seats addons next_payment') },
  },
  {
    named: 'refno',
    beside: 'what whichinvoice payment latest due list charge fail who howmuch',
    of: {
      ...all(INVOICES, 'show_invoice'),
      ...same('refunds failed_payment find_line duplicates proration credits'),
    },
  },
  {
    named: 'sincewhen',
    beside: 'when since still plan add seat addon discount ended upgrade switch card latest',
    of: {
      ...same('seats addons discounts payment_method credits plan_history why_changed'),
      ...all('plan plan_price renewal', 'plan'),
      ...all('find_line proration', 'plan_history'),
    },
  },
  {
    named: 'when',
    beside:
      'ended change upgrade downgrade switch add next since latest proration discount addon past issued',
    of: {
      ...all('proration why_changed compare plan_history', 'plan_history'),
      ...same('discounts addons seats refunds credits void_invoice failed_payment payments'),
    },
  },
  {
    named: 'monthly average',
    beside: 'howmuch total latest',
    of: {
      ...all('spend average payments list_invoices extreme_invoice', 'average'),
      ...all('plan plan_history renewal seats', 'plan_price'),
      ...same('plan_price addons'),
    },
  },
  {
    named: 'projection next',
    beside: 'howmuch howmany usage api storage higher when total ended plan include',
    unless: 'invoice payment charge',
    of: all(USAGE, 'projection'),
  },
  {
    named: 'include',
    beside: 'howmuch howmany usage api storage plan latest seat',
    of: all(USAGE, 'usage'),
  },
  {
    named: 'highest',
    beside: 'change why add line higher rise charge part include proration',
    of: {
      ...same('why_changed compare'),
      ...all('list_invoices spend extreme_invoice payments', 'extreme_invoice'),
    },
  },
  {
    named: 'total',
    beside: 'howmuch latest',
    of: {
      ...all('show_invoice extreme_invoice memo due_date payment_status request_refund', 'show_invoice'),
      ...same('compare'),
    },
  },
  {
    named: 'owe paynow didpay',
    beside: 'still howmuch due payment',
    of: same('void_invoice'),
  },
  {
    named: 'whichinvoice what',
    beside: 'still',
    of: { change_details: 'payment_method', change_plan: 'plan' },
  },
  {
    named: 'email',
    beside: 'address pdf who where list howmany',
    of: {
      ...same('details'),
      ...all('show_invoice list_invoices pdf payment_method change_details', 'details'),
    },
  },
  { named: 'who', beside: 'add latest past seat', of: all('change_seats', 'seats') },
  { named: 'next', beside: 'when charge latest', of: all('change_details details pdf', 'next_payment') },
  { named: 'phone', beside: 'person howmuch number', of: all('complaint wrong_charge person bot', 'person') },
  {
    named: 'percent',
    beside: 'howmuch howmany higher lower change discount tax what',
    of: {
      ...same('compare discounts tax why_changed'),
      ...all('show_invoice list_invoices extreme_invoice payments due_date', 'compare'),
    },
  },
  {
    named: 'card',
    beside: 'when payment charge howmuch',
    of: all('payment_status payments failed_payment next_payment change_details', 'payment_method'),
  },
];

/** What a question asks after `last`, by all its concepts and those that are more than filling; null where it names no property alone. */
export function propertyOf(
  concepts: ReadonlySet<string>,
  content: readonly string[],
  last: Intent,
): Intent | null {
  for (const { named, beside, unless, of } of PROPERTIES) {
    const answer = of[last];
    const names = named.split(' ');
    if (answer === undefined || !names.some((name) => concepts.has(name))) continue;
    if (unless?.split(' ').some((one) => concepts.has(one))) continue;
    const allowed = [...names, ...beside.split(' ')];
    if (content.every((concept) => allowed.includes(concept))) return answer;
  }
  return null;
}
