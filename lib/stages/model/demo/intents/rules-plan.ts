import 'server-only';
import type { Rules } from './score.ts';

/** The notation of `rules-money.ts`. */
export const PLAN_RULES = {
  plan: [
    ['plan', 5.2],
    ['plan what|show|include|status|latest', 7.6],
    ['include plan|what', 7.6],
    ['include seat|usage|addon|storage|api what|plan', 7.8],
    ['include plan what|howmany', 9],
  ],
  plan_price: [
    ['plan howmuch', 9],
    ['plan charge', 7.7],
    ['seat howmuch', 8.6],
    ['seat charge howmuch', 9.6],
    ['seat charge what', 8],
    ['addon howmuch', 8.4],
  ],
  plan_history: [
    ['upgrade|downgrade|switch when|who|why !want', 9.4],
    ['plan change when|who|what|latest|past !want', 9.2],
    ['plan change|higher|lower why', 8],
    ['plan when past|add', 7],
    ['upgrade|downgrade past', 7.4],
    ['plan who', 8.4],
    ['when plan latest', 6],
    ['upgrade|downgrade proration', 6],
    ['plan history|past', 7],
    ['plan when since', 7.5],
  ],
  seats: [
    ['seat', 6.2],
    ['seat howmany|who|show|list|what|when', 9],
    ['seat add !want', 8],
    ['seat add who|when|howmany', 10.6],
    ['who add !addon|plan|upgrade|_text', 7],
    ['seat include', 8.4],
    ['seat change|higher', 7],
    ['seat why', 7.2],
  ],
  addons: [
    ['addon', 7],
    ['addon what|show|list|who|when|which|howmany', 8.8],
    ['addon include', 8],
    ['addon who|when|add', 9.7],
  ],
  proration: [
    ['proration', 8],
    ['proration what|why|show|invoice|charge|line|plan|upgrade', 11],
  ],
  usage: [
    ['usage !credit|discount', 5.6],
    ['api|storage', 6.4],
    ['usage howmuch|howmany|show|what|latest', 8.8],
    ['usage _month|_period', 8.8],
    ['usage higher|lower|change|why|highest', 9.8],
    ['usage include', 7.9],
    ['api|storage howmuch|howmany|left|show', 8.9],
    ['usage compare', 10],
    ['usage average', 9],
    ['usage charge why|howmuch', 8],
  ],
  projection: [
    ['projection', 6.2],
    ['projection usage|api|storage', 10],
    ['projection usage howmuch', 10.2],
    ['next usage|api|storage', 8.9],
  ],
  overage: [
    ['overage', 6.8],
    ['overage usage|api|storage|include', 10.4],
    ['overage howmuch|what|charge|why|plan|seat|projection', 10.1],
    ['usage higher charge', 8],
  ],
  renewal: [
    ['renewal', 8],
    ['renewal when|plan|what|howmuch|next', 10.4],
    ['plan ended', 8.4],
    ['plan ended when', 9.4],
    ['plan next when', 8.2],
  ],
} as const satisfies Partial<Rules>;
