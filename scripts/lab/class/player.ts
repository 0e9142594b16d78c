import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from 'zod';
import {
  type Board,
  boardSchema,
  flagEventSchema,
  handedInSchema,
  joinedSchema,
} from '#lib/contract/lab/class.ts';
import type { RunRequest, TraceEvent } from '#lib/contract/lab/trace.ts';
import { traceEventSchema } from '#lib/contract/lab/trace.ts';

/** A player as a browser is one: over the gate, with the cookie that joining gave. */
export type Player = {
  readonly name: string;
  readonly page: (path: string) => Promise<Response>;
  readonly run: (
    request: RunRequest,
  ) => Promise<{ trace: TraceEvent[]; flag: z.infer<typeof flagEventSchema> | null }>;
  readonly handIn: (challenge: string, flag: string) => Promise<z.infer<typeof handedInSchema>>;
  readonly board: () => Promise<Board>;
};

/** Tries again where the answer says when: what a page does by itself. */
const PATIENCE_S = 90;

/**
 * Joins the class at this gate.
 * @throws {Error} with status and body of whatever was refused
 */
export async function joinAs(url: string, code: string, name: string): Promise<Player> {
  let cookie = '';
  const send = async (path: string, body?: object): Promise<Response> => {
    const init = {
      headers: { 'content-type': 'application/json', origin: url, cookie, 'sec-fetch-site': 'same-origin' },
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    };
    for (let waitedS = 0; ;) {
      const response = await fetch(`${url}${path}`, init);
      const againS = Number(response.headers.get('retry-after') ?? 0);
      if (response.ok || againS === 0 || waitedS > PATIENCE_S) return response;
      await response.body?.cancel();
      waitedS += againS;
      await sleep(againS * 1000);
    }
  };
  const answered = async <Schema extends z.ZodType>(schema: Schema, response: Response) => {
    if (!response.ok) throw new Error(`${response.status} ${(await response.text()).slice(0, 200)}`);
    return schema.parse(await response.json());
  };
  const response = await send('/api/lab/class/join', { code, name });
  const joined = await answered(joinedSchema, response.clone());
  if (!joined.joined) throw new Error(`${name} could not join: ${joined.why}`);
  cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return {
    name,
    page: (path) => send(path),
    run: async (request) => readRun(await send('/api/lab/runs', request)),
    handIn: async (challenge, flag) =>
      answered(handedInSchema, await send('/api/lab/class/flags', { challenge, flag })),
    board: async () => answered(boardSchema, await send('/api/lab/class/board')),
  };
}

async function readRun(response: Response) {
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${text.slice(0, 200)}`);
  const trace: TraceEvent[] = [];
  let flag: z.infer<typeof flagEventSchema> | null = null;
  for (const block of text.split('\n\n')) {
    const name = /^event: (.*)$/m.exec(block)?.[1];
    const data: unknown = JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? 'null');
    if (name === 'trace') trace.push(traceEventSchema.parse(data));
    if (name === 'flag') flag = flagEventSchema.parse(data);
  }
  return { trace, flag };
}
