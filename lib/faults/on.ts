import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { FaultId } from './table.ts';

/** Whether this process can plant faults at all. */
export const PLANTS_FAULTS: boolean = true;

type Faults = ReadonlySet<FaultId>;
type Planted = { readonly here: AsyncLocalStorage<Faults>; readonly byToken: Map<string, Faults> };

/** What `#faults` is in lab builds and under `--conditions=faults`: faults are planted for one run of a function at a time. */
const planted = shared();
const HEADER = 'x-planted';

export function fault(id: FaultId): boolean {
  return planted.here.getStore()?.has(id) ?? false;
}

/** Runs `work` with these faults planted, and nothing else in the process. */
export function withFaults<T>(ids: readonly FaultId[], work: () => T): T {
  return planted.here.run(new Set(ids), work);
}

/** Requests that carry `token` in `header` are answered with these faults, until `end`. Nobody can guess a token. */
export function plantForRequests(ids: readonly FaultId[]): {
  header: string;
  token: string;
  end: () => void;
} {
  const token = randomUUID();
  planted.byToken.set(token, new Set(ids));
  return { header: HEADER, token, end: () => void planted.byToken.delete(token) };
}

/** Answers a request with the faults of the token that it carries: also what of the answer is written while it is read. */
export async function withFaultsOf(request: Request, work: () => Promise<Response>): Promise<Response> {
  const faults = planted.byToken.get(request.headers.get(HEADER) ?? '');
  if (!faults) return work();
  const response = await planted.here.run(faults, work);
  const reader = response.body?.getReader();
  if (!reader) return response;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await planted.here.run(faults, () => reader.read());
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: (reason) => planted.here.run(faults, () => reader.cancel(reason)),
    },
    { highWaterMark: 0 },
  );
  return new Response(body, response);
}

/** One for the process: a bundler gives every route a copy of this module. */
function shared(): Planted {
  const known: unknown = Reflect.get(globalThis, 'countersignPlanted');
  if (isPlanted(known)) return known;
  const made: Planted = { here: new AsyncLocalStorage(), byToken: new Map() };
  Reflect.set(globalThis, 'countersignPlanted', made);
  return made;
}

function isPlanted(value: unknown): value is Planted {
  return typeof value === 'object' && value !== null && 'here' in value && 'byToken' in value;
}
