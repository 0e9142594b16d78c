import { describe, expect, test } from 'vitest';
import type { ModelMessage, ModelRequest } from '#lib/kernel/model-port.ts';
import { composeBody } from '../request/compose-body.ts';
import { describeProvider } from './describe-provider.ts';
import { recogniseFamily } from './recognise-family.ts';
import { FAMILIES, FAMILY_IDS } from './table.ts';

describe('a provider is recognised', () => {
  test.each([
    ['https://api.openai.com/v1', 'openai'],
    ['https://eu.api.openai.com/v1', 'openai'],
    ['https://northwind.openai.azure.com/openai/v1', 'azure'],
    ['https://API.Anthropic.com/v1/', 'anthropic'],
    ['https://generativelanguage.googleapis.com/v1beta/openai/', 'gemini'],
    ['https://api.mistral.ai/v1', 'mistral'],
    ['https://openrouter.ai/api/v1', 'openrouter'],
    ['http://localhost:11434/v1', 'ollama'],
    ['http://ollama:11434/v1', 'ollama'],
    ['http://192.168.1.20:1234/v1', 'lm-studio'],
  ])('%s as %s', (url, family) => {
    expect(recogniseFamily(url)).toBe(family);
  });

  test.each([
    'https://api.openai.com.evil.test/v1',
    'https://evil-openai.azure.com.test/v1',
    'https://openai.azure.com/v1',
    'https://notopenrouter.ai/v1',
    'https://ollama.com/v1',
    'https://models.northwind.test:11434/v1',
    'http://localhost:8000/v1',
    'http://172.32.0.1:11434/v1',
    'not a url',
    '',
  ])('%s as nobody', (url) => {
    expect(recogniseFamily(url)).toBe('other');
  });

  test('as what it is said to be, and by a name that is in no table as nobody', () => {
    expect(recogniseFamily('http://localhost:8000/v1', 'vllm')).toBe('vllm');
    expect(recogniseFamily('https://api.openai.com/v1', 'other')).toBe('other');
    for (const name of ['constructor', '__proto__', 'OpenAI'])
      expect(recogniseFamily('https://api.openai.com/v1', name)).toBe('other');
  });
});

const tool = (name: string, parameters: Record<string, unknown>) => ({ name, description: name, parameters });
const plain = tool('get_plan', { type: 'object', properties: {}, additionalProperties: false });
const optional = tool('list_invoices', {
  type: 'object',
  properties: { limit: { type: 'integer', maximum: 9 } },
  additionalProperties: false,
});
const request = (over: Partial<ModelRequest> = {}): ModelRequest => ({
  messages: [{ role: 'user', content: 'Hello' }],
  tools: [plain, optional],
  maxOutputTokens: 100,
  userPseudonym: 'p-1',
  signal: new AbortController().signal,
  ...over,
});
const body = (id: keyof typeof FAMILIES, over: Partial<ModelRequest> = {}): Record<string, unknown> => ({
  ...composeBody(FAMILIES[id], 'a-model', request(over)),
});
const fieldsOf = (id: keyof typeof FAMILIES) => Object.keys(body(id)).toSorted();
const ALWAYS = ['messages', 'model', 'stream', 'tools'];

describe('a request holds what its reader takes, and nothing else', () => {
  test.each([
    [
      'openai',
      ['max_completion_tokens', 'parallel_tool_calls', 'safety_identifier', 'store', 'stream_options'],
    ],
    ['azure', ['max_completion_tokens', 'parallel_tool_calls', 'store', 'stream_options', 'user']],
    ['anthropic', ['max_completion_tokens', 'parallel_tool_calls', 'stream_options']],
    ['gemini', ['max_tokens', 'stream_options']],
    ['mistral', ['max_tokens', 'parallel_tool_calls']],
    ['openrouter', ['max_tokens', 'parallel_tool_calls', 'provider', 'user']],
    ['ollama', ['max_tokens', 'stream_options']],
    ['vllm', ['max_completion_tokens', 'parallel_tool_calls', 'stream_options']],
    ['lm-studio', ['max_tokens', 'stream_options']],
    ['other', ['max_tokens']],
  ] as const)('%s', (id, more) => {
    expect(fieldsOf(id)).toEqual([...ALWAYS, ...more].toSorted());
  });

  test('the length of the answer is always bounded, and no copy is asked for wherever it can be', () => {
    for (const id of FAMILY_IDS) {
      const sent = body(id);
      expect([sent.max_tokens, sent.max_completion_tokens]).toContain(100);
      if (FAMILIES[id].accepts.store) expect(sent.store).toBe(false);
    }
    expect(body('openrouter').provider).toEqual({ data_collection: 'deny' });
  });

  test('arguments are called strict only where the schema allows it everywhere', () => {
    const strict = (id: keyof typeof FAMILIES) =>
      JSON.stringify(body(id).tools).match(/"name":"\w+"(?=[^}]*\})|"strict":true/g);
    expect(strict('openai')).toEqual(['"name":"get_plan"', '"strict":true', '"name":"list_invoices"']);
    expect(strict('mistral')).not.toContain('"strict":true');
  });

  test('without tools nothing is said about tools', () => {
    for (const id of FAMILY_IDS) expect(Object.keys(body(id, { tools: [] })).join()).not.toMatch(/tool/);
  });
});

describe('calls go back', () => {
  const call = {
    id: 'call_0123456789abcdef01',
    name: 'get_plan',
    argumentsJson: '{}',
    extras: '{"google":{"s":"c2ln"}}',
  };
  const messages: ModelMessage[] = [
    { role: 'assistant', content: '', toolCalls: [call] },
    { role: 'tool', content: 'done', toolCallId: call.id },
  ];

  test('with the same id on call and result, of the shape that the reader insists on', () => {
    const ids = (id: keyof typeof FAMILIES) =>
      [...JSON.stringify(body(id, { messages }).messages).matchAll(/"(?:id|tool_call_id)":"([^"]+)"/g)].map(
        ([, found]) => found,
      );
    expect(ids('openai')).toEqual([call.id, call.id]);
    const [first, second] = ids('mistral');
    expect(first).toMatch(/^[a-z0-9]{9}$/);
    expect(second).toBe(first);
  });

  test('with what the provider put beside them to that provider alone', () => {
    for (const id of FAMILY_IDS)
      expect(JSON.stringify(body(id, { messages })).includes('extra_content')).toBe(id === 'gemini');
  });

  test('with arguments that are JSON, whatever the model wrote', () => {
    const broken: ModelMessage[] = [
      { role: 'assistant', content: '', toolCalls: [{ ...call, argumentsJson: '{"a":' }] },
    ];
    expect(JSON.stringify(body('ollama', { messages: broken }).messages)).toContain('"arguments":"{}"');
  });
});

test('whoever is somebody else and takes no word on copies is named as such; one’s own machine is not', () => {
  const unsent = (url: string) => describeProvider(url).unsent.length;
  expect(unsent('https://api.openai.com/v1')).toBe(0);
  expect(unsent('https://openrouter.ai/api/v1')).toBe(0);
  expect(unsent('http://localhost:11434/v1')).toBe(0);
  expect(unsent('https://api.anthropic.com/v1')).toBe(1);
  expect(unsent('https://gateway.northwind.test/v1')).toBe(1);
});

test('every fact about a provider that is somebody else has a public source', () => {
  for (const id of FAMILY_IDS) {
    const { source, parameters } = FAMILIES[id];
    if (id === 'other' || id === 'demo') continue;
    expect(source).toMatch(/^https:\/\//);
    expect(parameters).toMatch(/^https:\/\//);
  }
});
