import type { ModelPort, ModelTool, ModelUsage } from '#lib/kernel/model-port.ts';
import { PRICE_LINE, priceOf } from '#lib/stages/model/price-of.ts';
import type { Diagnosis } from './diagnose.ts';

/** One thing that was looked at. `ok` false: the assistant does not work; null: it works, and this is worth knowing. */
export type Finding = {
  readonly id: 'key' | 'model' | 'address' | 'request' | 'limit' | 'streams' | 'tools' | 'usage' | 'price';
  readonly ok: boolean | null;
  readonly text: string;
  /** What to put where. */
  readonly put?: string;
};

/** What one call brought. */
type Heard = {
  text: string;
  pieces: number;
  calls: { name: string; argumentsJson: string }[];
  usage: ModelUsage | null;
};

const SYSTEM = 'You are a billing assistant. Answer in one short sentence. Use a tool where one fits.';
const PATIENCE_MS = 60_000;

async function ask(model: ModelPort, question: string, tools: readonly ModelTool[]): Promise<Heard> {
  const heard: Heard = { text: '', pieces: 0, calls: [], usage: null };
  const stream = model.stream({
    messages: [
      { role: 'system', content: SYSTEM },
      { role: 'user', content: question },
    ],
    tools,
    maxOutputTokens: 300,
    userPseudonym: 'model-check',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  for await (const event of stream) {
    if (event.type === 'text') {
      heard.text += event.delta;
      heard.pieces += 1;
    }
    if (event.type === 'tool_call') heard.calls.push(event.call);
    if (event.type === 'finish') heard.usage = event.usage;
  }
  return heard;
}

/**
 * One small call and one tool call, and what they show. Ends with the first thing without which nothing works.
 * @param diagnose asks the provider itself why it does not answer
 */
export async function checkModel(
  model: ModelPort,
  tools: readonly ModelTool[],
  diagnose: () => Promise<Diagnosis>,
): Promise<Finding[]> {
  const hello = await ask(model, 'Thank you!', []).catch(() => null);
  if (!hello) {
    const { about, text, put } = await diagnose();
    return [{ id: about, ok: false, text, put }];
  }
  const found: Finding[] = [
    { id: 'key', ok: true, text: 'The key is accepted.' },
    { id: 'model', ok: true, text: `The model ${model.name} exists.` },
    streams(hello),
  ];
  if (hello.text === '') return found;
  const asked = await ask(model, 'Show me my latest invoice.', tools).catch(() => null);
  return [...found, callsTools(asked, tools), reportsUsage([hello, asked]), hasPrice(model.name)];
}

function streams({ text, pieces }: Heard): Finding {
  if (text === '')
    return {
      id: 'streams',
      ok: false,
      text: 'It answers without any text.',
      put: 'a chat model into OPENAI_MODEL',
    };
  return { id: 'streams', ok: true, text: `It streams: ${pieces} ${pieces === 1 ? 'piece' : 'pieces'}.` };
}

function callsTools(asked: Heard | null, tools: readonly ModelTool[]): Finding {
  const wrong = (text: string): Finding => ({
    id: 'tools',
    ok: false,
    text,
    put: 'a model that can call tools into OPENAI_MODEL',
  });
  if (!asked) return wrong('It fails when it is given tools.');
  const call = asked.calls[0];
  if (!call) return wrong('It answers without using the tools it was given.');
  if (!tools.some((tool) => tool.name === call.name)) return wrong('It asks for a tool that does not exist.');
  if (!isJson(call.argumentsJson)) return wrong('It asks for a tool with arguments that are not JSON.');
  return { id: 'tools', ok: true, text: `It calls tools: it asked for ${call.name}.` };
}

function reportsUsage(all: readonly (Heard | null)[]): Finding {
  const usages = all.flatMap((heard) => heard?.usage ?? []);
  if (usages.length > 0 && usages.every((usage) => !usage.estimated)) {
    const tokens = usages.map((usage) => `${usage.inputTokens} + ${usage.outputTokens}`).join(', ');
    return { id: 'usage', ok: true, text: `It reports usage: ${tokens} tokens.` };
  }
  return {
    id: 'usage',
    ok: null,
    text: 'It does not report usage: cost is booked at the most it can be, by bytes, and marked as estimated.',
  };
}

function hasPrice(model: string): Finding {
  if (priceOf(model)) return { id: 'price', ok: true, text: 'Its price is known.' };
  return {
    id: 'price',
    ok: null,
    text: 'Cost unknown: the model has no price, so it is capped by tokens here, and refused by "npm run serve".',
    put: PRICE_LINE,
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
