import 'server-only';
import { inspect } from 'node:util';
import { redact } from './redact.ts';

/**
 * Whatever this process prints from now on is printed without its secrets: the framework's messages, warnings, the stack of an error
 * that nobody caught. The last wall behind a log that prints listed fields only.
 * @param options.exits the process has nobody else who hears of uncaught errors: it prints them and ends
 */
export function guardOutput({ exits }: { exits: boolean }): void {
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream);
    stream.write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean =>
      Boolean(Reflect.apply(write, stream, [clean(chunk), ...rest]));
  }
  if (!exits) return;
  // Node prints these past the stream, word for word.
  process.on('uncaughtException', (error) => {
    process.stderr.write(`${inspect(error)}\n`);
    process.exit(1);
  });
}

/** Bytes stay bytes: every secret is ASCII, and Latin-1 loses nothing on its way there and back. */
function clean(chunk: string | Uint8Array): string | Uint8Array {
  if (typeof chunk === 'string') return redact(chunk);
  const text = Buffer.from(chunk).toString('latin1');
  const without = redact(text);
  return without === text ? chunk : Buffer.from(without, 'latin1');
}
