import { describe, expect, test } from 'vitest';
import { CHANGE_TOOLS } from '#lib/contract/approvals.ts';
import { TOPICS } from '#lib/contract/topics.ts';
import { cpuMs, onThisCore } from '#scripts/test/cpu-time.ts';
import { describeTools } from './describe-tools.ts';
import { parseArguments as parseRestored } from './parse-arguments.ts';
import { TOOL_TABLE } from './policy.ts';

const parseArguments = (name: string, json: string) => parseRestored(name, json, (text) => text);

const INHERITED = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '__defineGetter__',
];

describe('a tool', () => {
  test.each([
    ...INHERITED,
    '',
    'GET_BALANCE',
    'get_balance ',
    'get_balance\u0000',
    'get_balance​',
    'refund_payment',
    'run_sql',
  ])('by the name "%s" does not exist', (name) => {
    expect(parseArguments(name, '{}')).toBe('unknown_tool');
  });

  test('never takes a user, a tenant, a role or an id: whose data is read follows from the session', () => {
    const forbidden = /user|person|tenant|customer|account|role|owner|email|(^|_)id$/i;
    for (const { name, parameters } of describeTools()) {
      const { properties = {}, additionalProperties } = parameters;
      expect(
        Object.keys(Object(properties)).filter((key) => forbidden.test(key)),
        name,
        // A new value, that the person decides about; it names nobody whose data is read.
      ).toEqual(name === 'change_billing_contact' ? ['email'] : []);
      expect(additionalProperties, name).toBe(false);
    }
  });

  test('reads, or is one of the changes that can only be proposed', () => {
    const changes = Object.entries(TOOL_TABLE).filter(([, tool]) => tool.effect !== 'read');
    expect(changes.map(([name]) => name)).toEqual([...CHANGE_TOOLS]);
    for (const [name, tool] of changes) expect(tool.area, name).toBe('money');
  });

  test('is described to the model as it is checked, closed lists included', () => {
    const described = describeTools();
    expect(described.map((tool) => tool.name)).toEqual(Object.keys(TOOL_TABLE));
    expect(JSON.stringify(described.find((tool) => tool.name === 'offer_topics')?.parameters)).toContain(
      JSON.stringify(Object.keys(TOPICS)),
    );
  });
});

describe('arguments', () => {
  const verdict = (name: string, json: string) => {
    const parsed = parseArguments(name, json);
    return typeof parsed === 'string' ? parsed : parsed.args;
  };

  test('that fit are taken; none at all is an empty object', () => {
    expect(verdict('get_balance', '{}')).toEqual({});
    expect(verdict('get_balance', ' ')).toEqual({});
    expect(verdict('list_invoices', '{"status":"paid","limit":3}')).toEqual({ status: 'paid', limit: 3 });
    expect(verdict('offer_topics', '{"topics":["plan","person"]}')).toEqual({ topics: ['plan', 'person'] });
    expect(verdict('get_usage', '{"month":"2026-11"}')).toEqual({ month: '2026-11' });
  });

  test.each([
    ['an extra key', 'get_balance', '{"tenantId":"x"}'],
    ['an extra key beside good ones', 'list_invoices', '{"status":"paid","userId":"x"}'],
    ['a key twice', 'list_invoices', '{"limit":1,"limit":24}'],
    ['a key twice, once in escapes', 'list_invoices', '{"limit":1,"l\\u0069mit":24}'],
    ['a prototype key', 'get_balance', '{"__proto__":{"a":1}}'],
    ['a prototype key in escapes', 'get_balance', '{"\\u005f_proto__":{"a":1}}'],
    ['a constructor key', 'get_balance', '{"constructor":{"prototype":{}}}'],
    ['NaN', 'list_invoices', '{"limit":NaN}'],
    ['infinity', 'list_invoices', '{"limit":1e999}'],
    ['a fraction', 'list_invoices', '{"limit":1.5}'],
    ['a negative count', 'list_invoices', '{"limit":-1}'],
    ['a count beyond the cap', 'list_invoices', '{"limit":1000000}'],
    ['a number as text', 'list_invoices', '{"limit":"3"}'],
    ['a list', 'get_balance', '[]'],
    ['null', 'get_balance', 'null'],
    ['text', 'get_balance', '"{}"'],
    ['no JSON', 'get_balance', '{'],
    ['two values', 'get_balance', '{}{}'],
    ['a day that does not exist', 'get_spend', '{"from":"2026-02-30","to":"2026-03-01"}'],
    ['a month that does not exist', 'get_usage', '{"month":"2026-13"}'],
    ['a month at the end of the calendar', 'get_usage', '{"month":"9999-12"}'],
    ['a day before there was a calendar', 'list_invoices', '{"from":"0000-01-01"}'],
    [
      'a database id in place of a handle',
      'get_invoice',
      '{"invoice":"019a9e6a-0000-7000-8000-000000000000"}',
    ],
    ['a handle of another kind', 'get_invoice', '{"invoice":"line_abcdefgh"}'],
    ['a handle with something behind it', 'get_invoice', '{"invoice":"inv_abcdefgh\' OR 1=1"}'],
    ['an amount with a formula', 'find_line', '{"amount":"1e9"}'],
    ['a topic that is not offered', 'offer_topics', '{"topics":["constructor"]}'],
    ['too many topics', 'offer_topics', '{"topics":["plan","tax","usage","spend"]}'],
    ['an unknown meter', 'get_usage', '{"meter":"__proto__"}'],
  ])('with %s are refused', (_name, tool, json) => {
    expect(verdict(tool, json)).toBe('bad_arguments');
  });

  test('of a megabyte are refused, and quickly', () => {
    const startedMs = cpuMs();
    expect(verdict('find_line', JSON.stringify({ text: 'x'.repeat(1_000_000) }))).toBe('bad_arguments');
    expect(verdict('find_line', `{"text":"${'\\"'.repeat(1_990)}`)).toBe('bad_arguments');
    expect(verdict('find_line', `{${'"a":{'.repeat(600)}`)).toBe('bad_arguments');
    expect(verdict('find_line', '"'.repeat(4_000))).toBe('bad_arguments');
    expect(verdict('get_balance', `"${'\\"'.repeat(500_000)}`)).toBe('bad_arguments');
    expect(verdict('get_balance', `"${'\\"'.repeat(1_999)}`)).toBe('bad_arguments');
    // Some milliseconds; an attempt at each of two thousand openings would be a thousand times that.
    expect(cpuMs() - startedMs).toBeLessThan(onThisCore(500));
  });

  test('may use one key in two different objects', () => {
    expect(verdict('get_balance', '{"a":{"x":1},"b":{"x":1}}')).toBe('bad_arguments');
    expect(verdict('find_line', '{"text":"a \\"limit\\":1, \\"limit\\":2 b"}')).toEqual({
      text: 'a "limit":1, "limit":2 b',
    });
  });

  test('leave no trace on objects of this process', () => {
    parseArguments('get_balance', '{"__proto__":{"polluted":true}}');
    expect('polluted' in {}).toBe(false);
  });
});
