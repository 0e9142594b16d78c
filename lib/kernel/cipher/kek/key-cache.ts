import 'server-only';
import { createHash } from 'node:crypto';
import { monotonicMs } from '../../clock.ts';
import type { KekProvider, WrapContext, Wrapped } from './port.ts';

type Entry = { key: Buffer; untilMs: number };

/**
 * Remembers what `provider` has unwrapped, briefly and within bounds; entries are overwritten with zeroes on leaving. The name of
 * an entry is a hash of the whole wrap and its context: a wrap of another row, or one bit of it changed, is not found here. Nobody
 * gets the remembered bytes themselves, so that zeroing them takes no key out of anybody's hands.
 */
export function cached(
  provider: KekProvider,
  bounds: { keptMs: number; entries: number },
  now: () => number = monotonicMs,
): KekProvider & { readonly size: () => number; readonly clear: () => void } {
  const entries = new Map<string, Entry>();
  const drop = (name: string) => {
    entries.get(name)?.key.fill(0);
    entries.delete(name);
  };
  const sweep = () => {
    // Oldest first: all are kept equally long, so that what stands behind a fresh one is fresh.
    for (const [name, entry] of entries) {
      if (entry.untilMs > now() && entries.size <= bounds.entries) break;
      drop(name);
    }
  };
  // Without a timer a key would lie about for as long as nobody asks for another.
  const timer = setInterval(sweep, bounds.keptMs);
  timer.unref();
  return {
    wrap: (context, key) => provider.wrap(context, key),
    async unwrap(stored, context) {
      const name = nameOf(stored, context);
      sweep();
      const known = entries.get(name);
      if (known) return Buffer.from(known.key);
      const key = await provider.unwrap(stored, context);
      drop(name);
      entries.set(name, { key: Buffer.from(key), untilMs: now() + bounds.keptMs });
      sweep();
      return key;
    },
    size: () => entries.size,
    clear() {
      for (const name of [...entries.keys()]) drop(name);
      clearInterval(timer);
    },
  };
}

function nameOf({ kekId, wrapped }: Wrapped, context: WrapContext): string {
  const { keyId, scope, scopeId, tenantId, personId } = context;
  const said = JSON.stringify([kekId, keyId, scope, scopeId, tenantId, personId]);
  return createHash('sha256').update(said).update(wrapped).digest('base64');
}
