import 'server-only';
import { fault } from '#faults';
import { z } from 'zod';
import { CHANGE_TABLE, type ChangeTool } from '#lib/contract/approvals.ts';
import { MAX_ARGUMENT_CHARACTERS, TOOL_TABLE, type ToolName } from './policy.ts';

export type ArgumentError = 'unknown_tool' | 'bad_arguments';

const call = <Name extends ToolName, Schema extends z.ZodType>(name: Name, args: Schema) =>
  z.strictObject({ name: z.literal(name), args });
const callSchema = z.discriminatedUnion('name', [
  call('get_balance', TOOL_TABLE.get_balance.schema),
  call('list_invoices', TOOL_TABLE.list_invoices.schema),
  call('get_invoice', TOOL_TABLE.get_invoice.schema),
  call('compare_periods', TOOL_TABLE.compare_periods.schema),
  call('find_line', TOOL_TABLE.find_line.schema),
  call('explain_charge', TOOL_TABLE.explain_charge.schema),
  call('find_duplicates', TOOL_TABLE.find_duplicates.schema),
  call('list_payments', TOOL_TABLE.list_payments.schema),
  call('get_plan', TOOL_TABLE.get_plan.schema),
  call('get_usage', TOOL_TABLE.get_usage.schema),
  call('get_upcoming', TOOL_TABLE.get_upcoming.schema),
  call('get_spend', TOOL_TABLE.get_spend.schema),
  call('get_billing_details', TOOL_TABLE.get_billing_details.schema),
  call('quote_change', TOOL_TABLE.quote_change.schema),
  call('refund', TOOL_TABLE.refund.schema),
  call('change_plan', TOOL_TABLE.change_plan.schema),
  call('change_seats', TOOL_TABLE.change_seats.schema),
  call('cancel_plan', TOOL_TABLE.cancel_plan.schema),
  call('pause_plan', TOOL_TABLE.pause_plan.schema),
  call('resume_plan', TOOL_TABLE.resume_plan.schema),
  call('change_billing_contact', TOOL_TABLE.change_billing_contact.schema),
  call('retry_payment', TOOL_TABLE.retry_payment.schema),
  call('offer_topics', TOOL_TABLE.offer_topics.schema),
]);
export type ParsedCall = z.output<typeof callSchema>;
/** A call that only reads, and one that asks for a change. */
export type ParsedChange = Extract<ParsedCall, { name: ChangeTool }>;
export type ParsedRead = Exclude<ParsedCall, ParsedChange>;

/**
 * A model's call, checked: the name is an own key of the registry (`__proto__` and `constructor` are unknown tools), the
 * arguments are an object without duplicate or prototype keys that satisfies the tool's strict schema. Placeholders are
 * resolved in what fits, and what comes of it must fit again.
 */
export function parseArguments(
  name: string,
  argumentsJson: string,
  restore: (text: string) => string,
): ParsedCall | ArgumentError {
  if (!isToolName(name)) return 'unknown_tool';
  if (argumentsJson.length > MAX_ARGUMENT_CHARACTERS && !fault('oversized-arguments')) return 'bad_arguments';
  const sent = parseObject(argumentsJson.trim() === '' ? '{}' : argumentsJson);
  if (sent === undefined) return 'bad_arguments';
  if (!fault('duplicate-keys-accepted') && hasDuplicateKeys(argumentsJson)) return 'bad_arguments';
  const args = fault('extra-keys-accepted') ? onlyKnown(name, sent) : sent;
  const parsed = callSchema.safeParse({ name, args });
  if (!parsed.success) return 'bad_arguments';
  // Its reason is no value but words for the person: what may stand in those the output guard decides.
  const { reason, ...values }: Record<string, unknown> = parsed.data.args;
  const resolved = { ...restoreStrings(values, restore), ...(reason === undefined ? {} : { reason }) };
  const restored = callSchema.safeParse({ name, args: resolved });
  return restored.success ? restored.data : 'bad_arguments';
}

/** Arguments of these schemas are strings, numbers and lists of them. */
function restoreStrings(values: object, restore: (text: string) => string): Record<string, unknown> {
  const resolve = (value: unknown): unknown => {
    if (typeof value === 'string') return restore(value);
    return Array.isArray(value) ? value.map(resolve) : value;
  };
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, resolve(value)]));
}

export function isToolName(name: string): name is ToolName {
  if (fault('inherited-tool-names')) return name in TOOL_TABLE;
  return Object.hasOwn(TOOL_TABLE, name);
}

export function isChange(parsed: ParsedCall): parsed is ParsedChange {
  return Object.hasOwn(CHANGE_TABLE, parsed.name);
}

function parseObject(json: string): unknown {
  try {
    return JSON.parse(json, (key, value: unknown) => {
      if (key === '__proto__' || key === 'constructor' || key === 'prototype') return dropOrRefuse();
      return value;
    });
  } catch {
    return undefined;
  }
}

function dropOrRefuse(): undefined {
  if (!fault('prototype-keys-accepted')) throw new SyntaxError('prototype key');
  return undefined;
}

/** What a planted fault makes of arguments: unknown keys are let go instead of refused. */
function onlyKnown(name: ToolName, sent: unknown): unknown {
  const known = Object.keys(z.toJSONSchema(TOOL_TABLE[name].schema).properties ?? {});
  if (typeof sent !== 'object' || sent === null) return sent;
  return Object.fromEntries(Object.entries(sent).filter(([key]) => known.includes(key)));
}

/**
 * JSON.parse keeps the last of two equal keys; another reader may keep the first. A call that means two things is refused.
 * Walks the text once, comparing strings after unescaping. Only for text that JSON.parse accepts: where a string never
 * ends, its end would be looked for again from every quote in it.
 */
function hasDuplicateKeys(json: string): boolean {
  const scopes: Set<string>[] = [];
  for (const [token, string] of json.matchAll(/"((?:[^"\\]|\\.)*)"\s*:|"(?:[^"\\]|\\.)*"|[{}]/g)) {
    if (token === '{') scopes.push(new Set());
    else if (token === '}') scopes.pop();
    else if (string !== undefined) {
      const key = unescape(string);
      const scope = scopes.at(-1);
      if (scope?.has(key)) return true;
      scope?.add(key);
    }
  }
  return false;
}

function unescape(raw: string): string {
  try {
    return String(JSON.parse(`"${raw}"`));
  } catch {
    return raw;
  }
}
