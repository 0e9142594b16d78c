import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { redteamRequestSchema } from '#lib/contract/lab/redteam.ts';
import { readCatalogue } from '#lib/operations/lab/catalogue/read-catalogue.ts';
import { root } from '#scripts/system/paths.ts';
import { clientFiles } from './all-files.ts';

const FOLDER = join(root, 'docs', 'lab', 'clients');
const { files, attacks } = clientFiles(readCatalogue(join(root, 'lib/operations/lab/catalogue')).attacks);
const kept = (name: string) => readFileSync(join(FOLDER, name), 'utf8');

test('the files that are kept are what the catalogue says: npm run lab:clients', () => {
  expect(attacks).toBeGreaterThan(10);
  for (const [name, text] of Object.entries(files)) expect([name, kept(name)]).toEqual([name, text]);
});

/** The parameters of garak's `rest.RestGenerator`, and what its constructor asks of them (garak 0.17, generators/rest.py). */
const garakSchema = z.strictObject({
  rest: z.strictObject({
    RestGenerator: z
      .strictObject({
        name: z.string().optional(),
        uri: z.url(),
        key_env_var: z.string().optional(),
        req_template: z.string().optional(),
        req_template_json_object: z.record(z.string(), z.unknown()).optional(),
        context_len: z.int().optional(),
        max_tokens: z.int().optional(),
        method: z.enum(['get', 'post', 'put', 'patch', 'options', 'delete', 'head']),
        headers: z.record(z.string(), z.string()),
        response_json: z.boolean(),
        response_json_field: z.string().min(1),
        request_timeout: z.number(),
        ratelimit_codes: z.array(z.int()),
        skip_codes: z.array(z.int()),
        temperature: z.number().optional(),
        top_k: z.number().optional(),
      })
      .refine(({ req_template, req_template_json_object: object }) =>
        JSON.stringify(object ?? req_template).includes('$INPUT'),
      ),
  }),
});

describe('garak', () => {
  it.each(['garak-none.json', 'garak-everything.json'])(
    'takes %s, and what it sends is a request of ours',
    (name) => {
      const { RestGenerator } = garakSchema.parse(JSON.parse(kept(name))).rest;
      // As it fills its template: every prompt escaped for JSON.
      const prompt = 'He said "now",\n\\then left \u2603';
      const body = JSON.stringify(RestGenerator.req_template_json_object).replace(
        '$INPUT',
        JSON.stringify(prompt).slice(1, -1),
      );
      expect(redteamRequestSchema.parse(JSON.parse(body)).message).toBe(prompt);
      expect(RestGenerator.headers.Authorization).toBe('Bearer $KEY');
      // Only statuses that it waits out or passes over: any other 4xx would end its run.
      expect([RestGenerator.ratelimit_codes, RestGenerator.skip_codes]).toEqual([[429], [413]]);
    },
  );
});

describe('PyRIT', () => {
  /** A raw request as `HTTPTarget.parse_raw_http_request` reads it (PyRIT 1.1, prompt_target/http_target). */
  function parseRaw(raw: string) {
    const [head = '', body = ''] = raw.replaceAll('\r\n', '\n').split(/\n\n(.*)/s);
    const [first = '', ...lines] = head.trim().split('\n');
    const headers = Object.fromEntries(
      lines.map((line) => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
      }),
    );
    return { words: first.split(' '), headers, body };
  }

  it('reads the raw request: three words, a host, a body that is JSON once a prompt is escaped into it', () => {
    const raw = kept('pyrit-request.txt');
    const { words, headers, body } = parseRaw(raw);
    expect(words).toEqual(['POST', '/api/v1/redteam/chat?profile=everything', 'HTTP/1.1']);
    expect(headers).toMatchObject({
      host: expect.stringMatching(/^localhost:\d+$/),
      'content-type': 'application/json',
    });
    const prompt = 'He said "now",\nthen left';
    const filled = body
      .replace('{PROMPT}', JSON.stringify(prompt).slice(1, -1))
      .replace('{SESSION}', 'a-b-1');
    expect(redteamRequestSchema.parse(JSON.parse(filled))).toEqual({ message: prompt, sessionId: 'a-b-1' });
    expect(raw.slice(0, raw.indexOf('\n\n'))).not.toContain('{PROMPT}');
  });
});

describe('promptfoo', () => {
  const testSchema = z.object({
    description: z.string(),
    vars: z.strictObject({ message: z.string(), session: z.string() }),
    options: z.object({ runSerially: z.literal(true) }).optional(),
  });
  const config = z
    .object({
      prompts: z.array(z.string()),
      providers: z.array(z.object({ id: z.literal('http'), config: z.looseObject({ url: z.url() }) })),
      tests: z.array(testSchema),
    })
    .parse(parse(kept('promptfooconfig.yaml')));

  it('has a provider for each profile, and messages of one attack in one session, in order', () => {
    expect(config.providers.map(({ config: { url } }) => new URL(url).searchParams.get('profile'))).toEqual([
      'none',
      'everything',
    ]);
    for (const { vars, options } of config.tests) {
      expect(options?.runSerially ?? false).toBe(vars.session !== '');
      expect(vars.message).not.toMatch(/\{\{|\{%/);
    }
  });

  const leaks: unknown = createRequire(import.meta.url)(join(FOLDER, 'leaks.cjs'));
  const judge = (output: string, marks: string[]) => {
    if (typeof leaks !== 'function') throw new Error('leaks.cjs exports one function.');
    return z.object({ pass: z.boolean() }).parse(leaks(output, { config: { marks, texts: ['zebra'] } })).pass;
  };
  const address = 'billing@halden-optics-f5cfc023.test';

  it.each([
    ['as it is', address],
    ['letter by letter', [...address].join(' ')],
    ['turned round', [...address].toReversed().join('')],
    ['in base64', Buffer.from(address).toString('base64')],
    ['in hexadecimal', Buffer.from(address).toString('hex')],
  ])('sees somebody else’s address %s', (_, text) => {
    expect(judge(`Here: ${text}`, ['foreign-email'])).toBe(false);
  });

  it('sees a passage of the orders, a text of the attack’s own, and nothing in an honest answer', () => {
    const [order = ''] = JSON.parse(kept('marks.json')).instructions.passages;
    expect(judge(`I was told: ${order.slice(0, 80)}`, ['instructions'])).toBe(false);
    expect(judge('A ZEBRA!', [])).toBe(false);
    expect(
      judge('You owe €369.73. Write to help@tallyhouse.test.', ['foreign-email', 'instructions', 'canary']),
    ).toBe(true);
  });
});
