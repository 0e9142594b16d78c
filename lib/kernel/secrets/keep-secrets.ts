import 'server-only';
import { monotonicMs } from '../clock.ts';
import { stampFiles } from './file-source.ts';
import { heldSecrets, holdSecrets } from './hold-secrets.ts';
import { FILE_LOOK_MS, SECRET_TABLE, SOONER_AFTER_FAILURE } from './policy.ts';
import { type Given, isSecretName, type SecretSource, type SecretValues } from './secret-source.ts';

/** What becomes of a look at the sources: names of settings and codes, never a value. */
export type Noted = (event: 'changed' | 'refused' | 'unreadable' | 'takes_restart', facts: string) => void;

export type Keeping = {
  /** The later ones win: what a service says counts before a file, and a file before the environment. */
  readonly sources: readonly SecretSource[];
  /** Throws where the application could not run with these. */
  readonly check: (values: SecretValues) => void;
  readonly note: Noted;
  readonly refreshMs: number;
  /** How old the last good values may get; null where no source can be away. */
  readonly maxAgeMs: number | null;
};

/**
 * Reads every source once and holds what they say.
 * @throws what a source or `check` throws: nothing starts without its secrets
 */
export async function openSecrets(keeping: Keeping): Promise<void> {
  const layers = await Promise.all(
    keeping.sources.map(async ({ name, read }) => [name, await read()] as const),
  );
  const next = Object.fromEntries(layers);
  keeping.check(merged(keeping, next));
  holdSecrets({ version: 1, layers: next, values: merged(keeping, next), untilMs: untilOf(keeping) });
}

/**
 * Reads again. What can't be read, or could not be run with, changes nothing but the age of what is held; a change of a secret that takes
 * a restart is said and waits for it. Returns whether all sources answered. Never throws.
 */
export async function refreshSecrets(keeping: Keeping): Promise<boolean> {
  const held = heldSecrets();
  if (!held) return false;
  const layers: Record<string, SecretValues> = { ...held.layers };
  const failed = await readInto(keeping, layers);
  // Nobody holds any more what this was to renew.
  if (!heldSecrets()) return false;
  const read = merged(keeping, layers);
  const waiting = changedNames(held.values, read).filter((name) => SECRET_TABLE[name] === 'start');
  if (waiting.length > 0) keeping.note('takes_restart', waiting.join(' '));
  const next = { ...read, ...Object.fromEntries(waiting.map((name) => [name, held.values[name]])) };
  const changed = changedNames(held.values, next);
  const untilMs = failed ? held.untilMs : untilOf(keeping);
  try {
    if (changed.length > 0) keeping.check(next);
  } catch {
    // Somebody wrote half a change: what was good goes on counting, and goes on ageing.
    keeping.note('refused', changed.join(' '));
    return !failed;
  }
  const version = held.version + (changed.length > 0 ? 1 : 0);
  holdSecrets({ version, layers, values: next, untilMs });
  if (changed.length > 0) keeping.note('changed', changed.join(' '));
  return !failed;
}

/** Each source by itself: one that is away keeps its last answer, and keeps no change of the others back. Returns whether one failed. */
async function readInto({ sources, note }: Keeping, layers: Record<string, SecretValues>): Promise<boolean> {
  let failed = false;
  for (const { name, read } of sources) {
    try {
      layers[name] = await read();
    } catch (error) {
      failed = true;
      note('unreadable', codeOf(error));
    }
  }
  return failed;
}

/** Keeps on reading, sooner after a failure, until `stop`. Files are looked at all the time: nothing tells reliably of a change in a mount. */
export function keepSecrets(keeping: Keeping, given: Given): { stop: () => void } {
  let isStopped = false;
  let timer: NodeJS.Timeout;
  const wait = (ms: number) => {
    // Many processes that started together do not ask together.
    timer = setTimeout(() => void again(), ms * (0.8 + 0.4 * Math.random()));
    timer.unref();
  };
  const again = async () => {
    const isAnswered = await refreshSecrets(keeping);
    if (!isStopped) wait(isAnswered ? keeping.refreshMs : keeping.refreshMs / SOONER_AFTER_FAILURE);
  };
  wait(keeping.refreshMs);
  const looks = lookAtFiles(given, () => void refreshSecrets(keeping));
  return {
    stop() {
      isStopped = true;
      clearTimeout(timer);
      clearInterval(looks);
    },
  };
}

function lookAtFiles(given: Given, onChange: () => void): NodeJS.Timeout {
  let seen = stamped(given);
  let inForce = seen;
  const timer = setInterval(() => {
    const now = stamped(given);
    const isSettled = now === seen;
    seen = now;
    if (!isSettled || now === inForce || now === null) return;
    inForce = now;
    onChange();
  }, FILE_LOOK_MS);
  return timer.unref();
}

function stamped(given: Given): string | null {
  try {
    return stampFiles(given);
  } catch {
    return null;
  }
}

/** The later source wins. */
function merged({ sources }: Keeping, layers: Readonly<Record<string, SecretValues>>): SecretValues {
  return Object.assign({}, ...sources.map(({ name }) => layers[name]));
}

function untilOf({ maxAgeMs }: Keeping): number {
  return maxAgeMs === null ? Infinity : monotonicMs() + maxAgeMs;
}

function changedNames(before: SecretValues, after: SecretValues) {
  return Object.keys({ ...before, ...after })
    .filter(isSecretName)
    .filter((name) => before[name] !== after[name]);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error
    ? String(error.code)
    : error instanceof Error
      ? error.name
      : 'none';
}
