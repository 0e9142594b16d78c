import type { ModelPort, ModelTool } from '#lib/kernel/ports.ts';
import { seconds, stepLine } from '#scripts/bootstrap/say.mjs';

/** What one call brought: its text, the tools it asked for, and what it cost. */
type Heard = { text: string; calls: { name: string; argumentsJson: string }[]; tokens: string };

async function ask(model: ModelPort, question: string, tools: ModelTool[]): Promise<Heard> {
  const heard: Heard = { text: '', calls: [], tokens: '' };
  const messages = [
    {
      role: 'system' as const,
      content: 'You are a billing assistant. Answer in one short sentence. Use a tool where one fits.',
    },
    { role: 'user' as const, content: question },
  ];
  const signal = AbortSignal.timeout(60_000);
  for await (const event of model.stream({
    messages,
    tools,
    maxOutputTokens: 300,
    userPseudonym: 'model-check',
    signal,
  })) {
    if (event.type === 'text') heard.text += event.delta;
    if (event.type === 'tool_call') heard.calls.push(event.call);
    if (event.type === 'finish')
      heard.tokens = `${event.usage.inputTokens} + ${event.usage.outputTokens} tokens`;
  }
  return heard;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * One small call and one tool call, each with a line.
 * @returns what is wrong, in words, or null
 * @throws what the model port throws where the provider does not answer
 */
export async function checkModel(model: ModelPort, tools: ModelTool[]): Promise<string | null> {
  let began = performance.now();
  const hello = await ask(model, 'Thank you!', []);
  process.stdout.write(
    stepLine('Small call', hello.text ? `answered, ${hello.tokens}` : 'no text', seconds(began)),
  );
  if (hello.text === '') return 'It answers without any text.';

  began = performance.now();
  const { calls, tokens } = await ask(model, 'Show me my latest invoice.', tools);
  const call = calls[0];
  process.stdout.write(
    stepLine('Tool call', call ? `asked for ${call.name}, ${tokens}` : 'asked for no tool', seconds(began)),
  );
  if (!call) return 'It answers without using the tools it was given: choose a model that can call tools.';
  if (!tools.some((tool) => tool.name === call.name))
    return `It asked for a tool that does not exist (${call.name.slice(0, 40)}).`;
  return isJson(call.argumentsJson) ? null : 'It asked for a tool with arguments that are not JSON.';
}
