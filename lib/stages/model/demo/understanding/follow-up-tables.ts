import 'server-only';
import type { Intent } from '../intents/policy.ts';

/** Words that carry no question of their own in a follow-up. */
export const FILLERS = new Set(
  'also asks filler invoices pronoun other me you what want good no latest past much still again invoice charge show yes thanks hello line add didverb explain right payfor monthly'.split(
    ' ',
  ),
);
/** What a bare "why?" asks, by what was just spoken of. */
export const WHY: Readonly<Partial<Record<Intent, Intent>>> = {
  show_invoice: 'why_changed', list_invoices: 'why_changed', compare: 'why_changed', extreme_invoice: 'why_changed', spend: 'why_changed',
  average: 'why_changed', payments: 'failed_payment', payment_status: 'failed_payment', payment_method: 'failed_payment',
  owe: 'show_invoice', due_date: 'show_invoice', next_payment: 'next_payment', overdue: 'failed_payment', plan: 'plan_history', plan_price: 'plan_history',
}; // prettier-ignore
export const WHEN: Readonly<Partial<Record<Intent, Intent>>> = {
  owe: 'due_date', show_invoice: 'due_date', overdue: 'due_date', plan: 'renewal', plan_price: 'renewal', why_changed: 'plan_history', payments: 'payments',
}; // prettier-ignore
export const HOWMUCH: Readonly<Partial<Record<Intent, Intent>>> = {
  due_date: 'owe', plan: 'plan_price', renewal: 'renewal', seats: 'plan_price', plan_history: 'plan_price', addons: 'plan_price', failed_payment: 'failed_payment',
}; // prettier-ignore
export const TOTAL: Readonly<Partial<Record<Intent, Intent>>> = {
  payments: 'spend', list_invoices: 'spend', average: 'spend', seats: 'plan_price', tax: 'tax', why_changed: 'compare', plan_price: 'plan_price', find_line: 'show_invoice',
}; // prettier-ignore
export const WHO: Readonly<Partial<Record<Intent, Intent>>> = {
  plan: 'plan_history', plan_history: 'plan_history', why_changed: 'plan_history', addons: 'addons', proration: 'plan_history', find_line: 'plan_history', duplicates: 'seats', seats: 'seats', show_invoice: 'plan_history', refunds: 'refunds', discounts: 'discounts', void_invoice: 'void_invoice',
}; // prettier-ignore

/** After these, "show me that one" means the invoice. */
export const LISTS = new Set<Intent>([
  'list_invoices',
  'extreme_invoice',
  'owe',
  'overdue',
  'due_date',
  'void_invoice',
  'payment_status',
]);
/** These speak of an invoice whose total is a question of its own. */
export const HAVE_AN_INVOICE = new Set<Intent>([
  'pdf',
  'request_refund',
  'refunds',
  'memo',
  'void_invoice',
  'details',
  'duplicates',
  'payment_status',
  'failed_payment',
  'show_invoice',
]);
/** After these "how much was it?" asks for their own amount, and no invoice's. */
export const HAS_ITS_AMOUNT = new Set<Intent>([
  'proration',
  'refunds',
  'credits',
  'find_line',
  'duplicates',
  'addons',
  'failed_payment',
]);
/** These speak of one invoice or payment: a longer period after them asks for a sum. */
export const HAS_ONE_TOTAL = new Set<Intent>([
  'show_invoice',
  'payment_status',
  'extreme_invoice',
  'due_date',
  'compare',
  'why_changed',
]);
/** "When?", "what for?", "until when?" after these is about nothing else. */
export const KEEPS_ITS_ASPECTS = new Set<Intent>([
  'credits',
  'refunds',
  'proration',
  'discounts',
  'find_line',
]);
/** Concepts that name something else to speak of. */
export const SUBJECTS: ReadonlySet<string> = new Set(
  'invoice payment plan seat card tax address email pdf person bot addon usage api storage vatnumber discount refund credit duplicate next latest change upgrade downgrade switch add sincewhen void memo proration overdue owe cancel total average highest refno lastpaid'.split(
    ' ',
  ),
);
/** Words up to which a message may ask for a property and nothing else. */
export const LONGEST_PROPERTY = 11;
/** Words that, in a short message, ask more about what was just spoken of and not about something new. */
export const ASPECTS: Readonly<Partial<Record<Intent, string>>> = {
  refunds: 'due through when next card payment where status why howmuch whichinvoice add refund',
  request_refund: 'due through when next card payment where status why howmuch whichinvoice',
  credits: 'ended when usage why howmuch next whichinvoice refund through add credit',
  discounts: 'ended when howmuch why percent refund still next',
  failed_payment: 'retry when card next through why whichinvoice howmuch howmany payment status',
  payment_status: 'retry when card why whichinvoice howmuch through status',
  seats: 'usage howmany who when howmuch higher charge include due',
  plan: 'howmuch when who',
  plan_history: 'when who howmuch why change',
  renewal: 'when howmuch howmany ended still',
  usage: 'howmuch howmany higher lower still include when',
  projection: 'howmuch higher still overage',
  overage: 'howmuch higher when projection',
  compare: 'change why percent howmuch highest line explain total',
  why_changed: 'change percent howmuch highest line explain',
  duplicates: 'whichinvoice when why howmuch who status',
  find_line: 'why whichinvoice explain howmuch add charge',
  proration: 'why explain howmuch whichinvoice line when',
  owe: 'whichinvoice when howmuch total unpaid',
  overdue: 'whichinvoice when howmuch status',
  due_date: 'whichinvoice howmuch when',
  void_invoice: 'why whichinvoice when howmuch payment owe right',
  addons: 'howmuch who when what',
  details: 'what you other vatnumber',
  tax: 'percent howmuch why what',
  spend: 'howmuch total howmany',
};
