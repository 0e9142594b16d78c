import 'server-only';
import { tickSchema } from '#lib/contract/jobs.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { type Ran, runDue } from './run-due.ts';
import type { Task } from './task.ts';

/** On globalThis because the bundler gives instrumentation, which knows the tasks, and routes each a copy of this module. */
const OFFERED = 'countersignTick';

/** Which tasks a tick from outside runs in this process. */
export function offerTick(tasks: readonly Task[]): void {
  Reflect.set(globalThis, OFFERED, (requestId: string) => runDue(tasks, requestId));
}

/** Runs what is due, once. Throws `not_found` in a process that offers none. */
export async function tick(requestId: string): Promise<Ran> {
  const offered: unknown = Reflect.get(globalThis, OFFERED);
  if (typeof offered !== 'function') throw new AppError('not_found');
  return tickSchema.parse(await Reflect.apply(offered, undefined, [requestId]));
}
