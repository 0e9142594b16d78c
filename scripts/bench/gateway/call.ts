import { Agent, request } from 'node:http';

/** One connection a caller, kept open, as a browser or a proxy in front of us does. */
export function connections(most: number): Agent {
  return new Agent({ keepAlive: true, maxSockets: most });
}

export type Answered = { readonly status: number; readonly firstMs: number; readonly wholeMs: number };

/**
 * Sends one request and reads its answer to the end.
 * @param until what has come when the first byte of interest has
 * @returns milliseconds to that and to the end; `firstMs` NaN where it never came
 */
export function call(
  agent: Agent,
  url: string,
  {
    method,
    headers,
    body,
    until,
  }: { method: string; headers?: Record<string, string>; body?: string; until: RegExp },
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const startedMs = performance.now();
    const sent = request(url, { agent, method, headers }, (response) => {
      let text = '';
      let firstMs = Number.NaN;
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        if (!Number.isNaN(firstMs)) return;
        text += piece;
        if (until.test(text)) firstMs = performance.now() - startedMs;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, firstMs, wholeMs: performance.now() - startedMs }),
      );
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** So many callers at once, each its next call as soon as its last is over, until `count` are done. Returns them a second. */
export async function perSecond(
  callers: number,
  count: number,
  one: (index: number) => Promise<void>,
): Promise<number> {
  let next = 0;
  const startedMs = performance.now();
  const work = async () => {
    while (next < count) await one(next++);
  };
  await Promise.all(Array.from({ length: callers }, work));
  return (count * 1_000) / (performance.now() - startedMs);
}
