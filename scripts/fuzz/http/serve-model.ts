import { createServer, type ServerResponse } from 'node:http';
import { z } from 'zod';
import type { ModelMessage, ModelPort } from '#lib/kernel/model-port.ts';

const requestSchema = z.looseObject({
  safety_identifier: z.string(),
  messages: z.array(
    z.looseObject({
      role: z.enum(['system', 'user', 'assistant', 'tool']),
      content: z.string().nullish(),
      tool_call_id: z.string().optional(),
    }),
  ),
  tools: z.array(z.unknown()).optional(),
});

export type ModelServer = {
  readonly url: string;
  /** Answers what this person is asking: of several messages at once the one whose text the request ends with. */
  readonly answerAs: (pseudonym: string, text: string, model: ModelPort) => void;
  readonly close: () => void;
};

/** The adversary behind the wire of Chat Completions, for episodes over HTTP. */
export async function serveModel(): Promise<ModelServer> {
  const asked = new Map<string, { text: string; model: ModelPort }[]>();
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
      const body = requestSchema.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
      const said = body.messages.findLast(({ role }) => role === 'user')?.content ?? '';
      const own = asked.get(body.safety_identifier) ?? [];
      const { model } = own.findLast(({ text }) => said.includes(text)) ?? own.at(-1) ?? {};
      if (!model) throw new RangeError('Nobody is expected to ask.');
      await stream(outgoing, model, body);
    })().catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    answerAs: (pseudonym, text, model) =>
      void asked.set(pseudonym, [...(asked.get(pseudonym) ?? []), { text, model }]),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function stream(
  outgoing: ServerResponse,
  model: ModelPort,
  body: z.infer<typeof requestSchema>,
): Promise<void> {
  const left = new AbortController();
  outgoing.on('close', () => left.abort());
  outgoing.writeHead(200, { 'content-type': 'text/event-stream' });
  const send = (delta: object, finish: string | null = null) =>
    outgoing.write(
      `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', created: 1, model: 'x', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`,
    );
  let index = 0;
  const request = {
    messages: body.messages.map(toMessage),
    tools: [],
    maxOutputTokens: 1,
    userPseudonym: '',
    signal: left.signal,
  };
  for await (const event of model.stream(request)) {
    if (left.signal.aborted) return;
    if (event.type === 'text') send({ content: event.delta });
    if (event.type === 'tool_call') {
      const { id, name, argumentsJson } = event.call;
      send({ tool_calls: [{ index, id, type: 'function', function: { name, arguments: argumentsJson } }] });
      index += 1;
    }
    if (event.type === 'finish') send({}, event.reason);
  }
  outgoing.end('data: [DONE]\n\n');
}

function toMessage({
  role,
  content,
  tool_call_id: toolCallId,
}: z.infer<typeof requestSchema>['messages'][number]): ModelMessage {
  const text = content ?? '';
  return role === 'tool' ? { role, content: text, toolCallId: toolCallId ?? '' } : { role, content: text };
}
