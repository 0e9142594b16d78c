import 'server-only';
import type { Rules } from './score.ts';

/** The notation of `rules-money.ts`. */
export const TALK_RULES = {
  wrong_charge: [
    ['wrong', 5],
    ['wrong invoice|charge|payment|line|latest', 5.2],
    ['wrong angry', 5.4],
  ],
  complaint: [
    ['angry', 5.1],
    [
      'angry !why|when|howmuch|howmany|what|who|where|explain|show|want|higher|lower|rise|change|duplicate|overcharge|fail|refund|claim|discount|overdue|cancel|person|bot|tax|usage|overage|seat|void|next|plan|_amount|_number|_month|line|wrong|renewal|credit|unpaid|retry|dispute|owe|stay',
      6.95,
    ],
  ],
  person: [
    ['talk seat|person|who|you|me !bot|invoice|payment', 10.9],
    ['person', 6.2],
    ['phone', 6.3],
    ['person want|show|where|how|you|angry|payment', 8.6],
    ['dispute person', 9],
  ],
  bot: [
    [
      'person asks !who|card|refund|plan|want|show|where|how|you|talk|phone|who|payment|me|when|angry|no',
      6.4,
    ],
    ['bot !payfor', 8],
    ['bot person', 11],
    ['bot you !charge|payment|payfor|invoice', 10],
  ],
  capabilities: [['capabilities', 5.4]],
  privacy: [
    ['privacy !card', 7.5],
    ['privacy who|where|when|remove|you|show|what !card', 11.3],
  ],
  cancel: [
    ['cancel', 7],
    ['cancel want|plan|me|when !invoice', 10.5],
    ['cancel stay', 11.2],
    ['stay', 5],
  ],
  change_plan: [
    ['upgrade|downgrade', 6.5],
    ['upgrade|downgrade want', 10.6],
    ['upgrade|downgrade plan !when|who|past|why', 8.4],
    ['upgrade|downgrade howmuch', 8.8],
    ['switch', 6.2],
    ['switch want', 9.2],
    ['switch plan', 8.9],
    ['want change plan', 9.6],
    ['want lower plan|payment|charge', 7.2],
    ['want add addon|_text', 10],
  ],
  change_seats: [
    ['remove want', 7],
    ['want add seat !who|when|list|show|howmany|didverb', 11],
    ['remove seat', 10.7],
    ['remove seat want', 11.3],
    ['want lower|higher seat', 9.5],
    ['want remove addon|_text', 10.4],
    ['remove addon', 10.1],
    ['add seat howmuch', 10.7],
    ['cancel seat', 10.6],
  ],
  change_details: [
    ['change card|address|vatnumber !when|why|what|who|didverb', 9.8],
    ['update card|address|vatnumber|payment|invoice', 10.8],
    ['switch card !plan', 10.4],
    ['want change card|address|vatnumber', 10.9],
    ['update', 6],
    ['add vatnumber|address|card', 10.5],
    ['wrong address|vatnumber', 10.3],
    ['remove card|address', 10.4],
    ['want add vatnumber|card|address', 11],
  ],
  hello: [['hello', 5]],
  thanks: [['thanks', 5.01]],
  bye: [['bye', 5.02]],
} as const satisfies Partial<Rules>;
