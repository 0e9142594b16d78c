import 'server-only';
import { z } from 'zod';
import { MAX_ARGUMENT_CHARACTERS, TOOL_TABLE, type ToolName } from './policy.ts';

export type ArgumentError = 'unknown_tool' | 'bad_arguments';

const call = <Name extends ToolName>(name: Name) => z.strictObject({ name: z.literal(name), args: TOOL_TABLE[name].schema });
const callSchema = z.discriminatedUnion('name', [
  call('get_balance'),
  call('list_invoices'),
  call('get_invoice'),
  call('compare_periods'),
  call('find_line'),
  call('explain_charge'),
  call('find_duplicates'),
  call('list_payments'),
  call('get_plan'),
  call('get_usage'),
  call('get_upcoming'),
  call('get_spend'),
  call('get_billing_details'),
  call('offer_topics'),
]);
export type ParsedCall = z.output<typeof callSchema>;

/**
 * A model's call, checked: the name is an own key of the registry (`__proto__` and `constructor` are unknown tools), the
 * arguments are an object without duplicate or prototype keys that satisfies the tool's strict schema.
 */
export function parseArguments(name: string, argumentsJson: string): ParsedCall | ArgumentError {
  if (!isToolName(name)) return 'unknown_tool';
  if (argumentsJson.length > MAX_ARGUMENT_CHARACTERS || hasDuplicateKeys(argumentsJson)) return 'bad_arguments';
  const args = parseObject(argumentsJson.trim() === '' ? '{}' : argumentsJson);
  const parsed = callSchema.safeParse({ name, args });
  return parsed.success ? parsed.data : 'bad_arguments';
}

export function isToolName(name: string): name is ToolName {
  return Object.hasOwn(TOOL_TABLE, name);
}

function parseObject(json: string): unknown {
  try {
    return JSON.parse(json, (key, value: unknown) => {
      if (key === '__proto__' || key === 'constructor' || key === 'prototype') throw new SyntaxError('prototype key');
      return value;
    });
  } catch {
    return undefined;
  }
}

/**
 * JSON.parse keeps the last of two equal keys; another reader may keep the first. A call that means two things is refused.
 * Walks the text once: strings are compared after unescaping.
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
