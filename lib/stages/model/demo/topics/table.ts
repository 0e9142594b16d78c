import 'server-only';
import type { Topic } from '../answer/read-result.ts';
import type { Voice } from '../answer/voice.ts';
import type { Intent } from '../intents/policy.ts';
import type { Task } from '../types.ts';
import { answerCompare } from './compare.ts';
import { answerChangeDetails, answerDetails, answerPaymentMethod, answerPdf } from './details.ts';
import { answerExtreme, answerInvoice, answerInvoices, answerMemo, answerVoid } from './invoice.ts';
import { answerDuplicates, answerFindLine, answerOvercharged, answerProration } from './lines.ts';
import { answerNextPayment } from './next-payment.ts';
import { answerDueDate, answerMoreTime, answerOverdue, answerOwe, answerPayNow } from './owe.ts';
import { answerFailedPayment, answerPayments, answerPaymentStatus } from './payments.ts';
import {
  answerAddons,
  answerPlan,
  answerPlanHistory,
  answerPlanPrice,
  answerRenewal,
  answerSeats,
} from './plan.ts';
import { answerCredits, answerRefunds, answerRequestRefund } from './refunds.ts';
import { answerAverage, answerDiscounts, answerSpend, answerTax } from './sums.ts';
import {
  answerBot,
  answerBye,
  answerCancel,
  answerCapabilities,
  answerChangePlan,
  answerChangeSeats,
  answerComplaint,
} from './talk.ts';
import { answerCurrency, answerHello, answerPerson, answerPrivacy, answerThanks } from './talk.ts';
import { answerOverage, answerProjection, answerUsage } from './usage.ts';

/** Who answers what. */
export const TOPIC_TABLE: Readonly<Record<Intent, (task: Task, voice: Voice) => Topic>> = {
  why_changed: answerCompare,
  compare: answerCompare,
  show_invoice: answerInvoice,
  list_invoices: answerInvoices,
  extreme_invoice: answerExtreme,
  find_line: answerFindLine,
  duplicates: answerDuplicates,
  overcharged: answerOvercharged,
  wrong_charge: answerOvercharged,
  tax: answerTax,
  discounts: answerDiscounts,
  spend: answerSpend,
  average: answerAverage,
  next_payment: answerNextPayment,
  payment_status: answerPaymentStatus,
  failed_payment: answerFailedPayment,
  owe: answerOwe,
  due_date: answerDueDate,
  overdue: answerOverdue,
  payments: answerPayments,
  refunds: answerRefunds,
  request_refund: answerRequestRefund,
  credits: answerCredits,
  plan: answerPlan,
  plan_price: answerPlanPrice,
  plan_history: answerPlanHistory,
  seats: answerSeats,
  addons: answerAddons,
  proration: answerProration,
  usage: answerUsage,
  projection: answerProjection,
  overage: answerOverage,
  renewal: answerRenewal,
  pdf: answerPdf,
  details: answerDetails,
  payment_method: answerPaymentMethod,
  void_invoice: answerVoid,
  memo: answerMemo,
  currency: answerCurrency,
  complaint: answerComplaint,
  person: answerPerson,
  bot: answerBot,
  capabilities: answerCapabilities,
  privacy: answerPrivacy,
  cancel: answerCancel,
  change_plan: answerChangePlan,
  change_seats: answerChangeSeats,
  change_details: answerChangeDetails,
  pay_now: answerPayNow,
  more_time: answerMoreTime,
  hello: answerHello,
  thanks: answerThanks,
  bye: answerBye,
};
