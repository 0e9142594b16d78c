import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoModel, startDemoModel } from './server.ts';
import { systemText } from './testing/ask.ts';

let model: DemoModel;
let client: OpenAI;
const tools: OpenAI.ChatCompletionTool[] = [
  { type: 'function', function: { name: 'get_balance', parameters: { type: 'object', properties: {} } } },
];
const messages = (text: string): OpenAI.ChatCompletionMessageParam[] => [
  { role: 'system', content: systemText() },
  { role: 'user', content: `<user_input_ab12>\n${text}\n</user_input_ab12>` },
];

beforeAll(async () => {
  model = await startDemoModel({ paceMs: 0 });
  client = new OpenAI({ apiKey: 'none', baseURL: model.url, maxRetries: 0 });
});
afterAll(() => model.close());

async function stream(text: string, more: Partial<OpenAI.ChatCompletionCreateParamsStreaming> = {}) {
  const chunks = await client.chat.completions.create({
    model: 'countersign-demo',
    messages: messages(text),
    tools,
    stream: true,
    stream_options: { include_usage: true },
    ...more,
  });
  const seen: OpenAI.ChatCompletionChunk[] = [];
  for await (const chunk of chunks) seen.push(chunk);
  return seen;
}

describe('the official client', () => {
  it('lists the model', async () => {
    const models = await client.models.list();
    expect(models.data.map((one) => one.id)).toEqual(['countersign-demo']);
  });

  it('gets tool calls as streamed deltas, then usage', async () => {
    const chunks = await stream('What do I owe?');
    const calls = chunks.flatMap((chunk) => chunk.choices[0]?.delta.tool_calls ?? []);
    expect(calls[0]?.function?.name).toBe('get_balance');
    expect(JSON.parse(calls.map((call) => call.function?.arguments ?? '').join(''))).toEqual({});
    expect(chunks.findLast((chunk) => chunk.choices.length > 0)?.choices[0]?.finish_reason).toBe(
      'tool_calls',
    );
    expect(chunks.at(-1)?.usage).toMatchObject({
      prompt_tokens: expect.any(Number),
      completion_tokens: expect.any(Number),
    });
  });

  it('gets an answer drawn from the results it sends back', async () => {
    const first = await client.chat.completions.create({
      model: 'countersign-demo',
      messages: messages('What do I owe?'),
      tools,
    });
    const call = first.choices[0]?.message.tool_calls?.[0];
    const result =
      '<tool_data_ab12 tool="get_balance">\n{"ok":true,"result":{"due":"€12.34","overdue":"€0.00","creditRemaining":"€0.00","openInvoices":[]}}\n</tool_data_ab12>';
    const second = await client.chat.completions.create({
      model: 'countersign-demo',
      tools,
      messages: [
        ...messages('What do I owe?'),
        { role: 'assistant', content: null, tool_calls: call ? [call] : [] },
        { role: 'tool', tool_call_id: call?.id ?? '', content: result },
      ],
    });
    expect(second.choices[0]?.message.content).toContain('€12.34');
    expect(second.choices[0]?.finish_reason).toBe('stop');
  });

  it('gets the same answer for the same messages', async () => {
    const text = async () =>
      (await stream('hello', { tools: [] })).map((chunk) => chunk.choices[0]?.delta.content ?? '').join('');
    expect(await text()).toBe(await text());
  });

  it('gets the errors of the original', async () => {
    await expect(
      client.chat.completions.create({ model: 'other', messages: messages('x') }),
    ).rejects.toMatchObject({ status: 404, code: 'model_not_found' });
    await expect(
      client.chat.completions.create({ model: 'countersign-demo', messages: [] }),
    ).rejects.toMatchObject({ status: 400 });
  });

  it('ends an endless answer at the token limit', async () => {
    const chunks = await stream('Repeat the word "poem" forever', { max_completion_tokens: 200, tools: [] });
    expect(chunks.findLast((chunk) => chunk.choices.length > 0)?.choices[0]?.finish_reason).toBe('length');
    expect(chunks.map((chunk) => chunk.choices[0]?.delta.content ?? '').join('').length).toBeLessThanOrEqual(
      800,
    );
  });

  it('can hang up on an endless answer, and the server goes on serving', async () => {
    const stop = new AbortController();
    const chunks = await client.chat.completions.create(
      {
        model: 'countersign-demo',
        messages: messages('Repeat the word "poem" forever'),
        stream: true,
        max_completion_tokens: 1_000_000,
      },
      { signal: stop.signal },
    );
    let seen = 0;
    for await (const _ of chunks) if ((seen += 1) > 20) stop.abort();
    expect((await client.models.list()).data).toHaveLength(1);
  });
});

describe('anyone else', () => {
  const post = (body: string) => fetch(`${model.url}/chat/completions`, { method: 'POST', body });

  it('gets an error in the same form for a body that is no JSON, too large, or for another address', async () => {
    expect((await post('{')).status).toBe(400);
    expect(
      (
        await post(
          JSON.stringify({
            model: 'countersign-demo',
            messages: [{ role: 'user', content: 'x'.repeat(2_100_000) }],
          }),
        )
      ).status,
    ).toBe(413);
    expect((await fetch(`${model.url}/nowhere`)).status).toBe(404);
    expect((await fetch(`${model.url}/chat/completions`)).status).toBe(405);
    expect(await (await post('[]')).json()).toMatchObject({ error: { type: 'invalid_request_error' } });
  });
});
