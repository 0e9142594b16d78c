/**
 * What the assistant can help with: buttons, follow-up suggestions and the closed list the model may offer from.
 * `text` is what a press sends; `href` marks a way to a person instead of a message.
 */
export const TOPICS = {
  why_higher: { label: 'Why is it higher?', text: 'Why is my latest invoice higher than the one before?' },
  latest_invoice: { label: 'My latest invoice', text: 'Show me my latest invoice.' },
  what_i_owe: { label: 'What do I owe?', text: 'What do I owe right now?' },
  next_payment: { label: 'Next payment', text: 'When is my next payment and how much will it be?' },
  failed_payment: { label: 'Failed payment', text: 'Why did my payment fail and when is it tried again?' },
  payments: { label: 'My payments', text: 'Show my recent payments.' },
  duplicates: { label: 'Charged twice?', text: 'Am I being charged twice for anything?' },
  refunds: { label: 'Refunds and credits', text: 'Where is my refund, and do I have any credit left?' },
  tax: { label: 'Tax', text: 'How much tax is on my latest invoice?' },
  discounts: { label: 'Discounts', text: 'Which discounts did I get, and has one ended?' },
  plan: { label: 'My plan', text: 'Which plan am I on and what does it include?' },
  seats: { label: 'Seats', text: 'How many seats do we have and who added them?' },
  usage: { label: 'Usage', text: 'How much have we used this month, and where is it heading?' },
  renewal: { label: 'Renewal', text: 'When does my plan renew?' },
  spend: { label: 'Total this year', text: 'How much have we paid in total this year?' },
  compare: { label: 'Compare two months', text: 'Compare my last two invoices.' },
  pdf: { label: 'Get a PDF', text: 'Where can I get a PDF of my invoice?' },
  details: { label: 'VAT number and address', text: 'Which VAT number and address are on my invoices?' },
  person: { label: 'Talk to a person', text: 'I would like to talk to a person.' },
} as const;

export type TopicId = keyof typeof TOPICS;
