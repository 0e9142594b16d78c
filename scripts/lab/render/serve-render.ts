import { createServer } from 'node:http';
import { z } from 'zod';
import { renderAnswer, renderAnything } from './render-answer.tsx';

const MOST_BYTES = 4_000_000;
const requestSchema = z.strictObject({ text: z.string(), isAllowListOn: z.boolean() });

// Ends with whoever started it: the channel closes.
process.once('disconnect', () => process.exit());

const server = createServer((incoming, outgoing) => {
  void (async () => {
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of incoming) {
      const part = Buffer.from(chunk);
      bytes += part.byteLength;
      if (bytes > MOST_BYTES) return outgoing.writeHead(413).end();
      chunks.push(part);
    }
    const { text, isAllowListOn } = requestSchema.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
    outgoing.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' });
    return outgoing.end(isAllowListOn ? renderAnswer(text) : renderAnything(text));
  })().catch(() => outgoing.writeHead(500).end());
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`);
});
