import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { encodeContext } from '#lib/kernel/cipher/context.ts';
import { open, seal } from '#lib/kernel/cipher/envelope.ts';
import { publicRandomBytes } from '#lib/kernel/cipher/random-bytes.ts';
import { newId } from '#lib/kernel/ids.ts';
import { type BenchRow, quantile } from '../report.ts';

const TEXT = 'Why is my latest invoice higher than the one before? '.repeat(12).slice(0, 600);
/** Both sides of a comparison are measured in turns, so that what else the machine does befalls both. */
const ROUNDS = 31;
const WARM_UP = 8;
const CALLS = 400;
const MOST = 2.5;

const key = randomBytes(32);
const dataKey = { id: newId(), key };
const place = {
  table: 'message',
  column: 'body',
  tenantId: newId(),
  personId: newId(),
  conversationId: newId(),
  messageId: newId(),
  role: 'user',
  sequence: 7,
} as const;
const aad = encodeContext(place);
/** The same key, imported once for all messages. */
const imported = createSecretKey(key);

/**
 * Sealing and opening a message of 600 bytes, beside bare AES-256-GCM of the same bytes under a key of their own, the fastest way
 * that Node has: the key imported, the nonce from random bytes fetched many at a time (decision 0027). Without a target, beside one key
 * for all messages, imported once, and beside the same as it is usually called: the key given in bytes, each nonce asked for by itself.
 */
export function measureEnvelopes(): Promise<BenchRow[]> {
  const sealed = seal(dataKey, place, TEXT);
  const bare = encrypt(key, randomBytes);
  const ours = { seal: () => seal(dataKey, place, TEXT), open: () => open(dataKey, place, sealed) };
  return Promise.resolve([
    compare('seal-600-bytes', ours.seal, () => encrypt(createSecretKey(key), publicRandomBytes), MOST),
    compare('open-600-bytes', ours.open, () => decrypt(createSecretKey(key), bare), MOST),
    compare('seal-beside-one-key', ours.seal, () => encrypt(imported, publicRandomBytes), null),
    compare('open-beside-one-key', ours.open, () => decrypt(imported, bare), null),
    compare('seal-beside-key-in-bytes', ours.seal, () => encrypt(key, randomBytes), null),
    compare('open-beside-key-in-bytes', ours.open, () => decrypt(key, bare), null),
  ]);
}

function encrypt(by: Buffer | KeyObject, random: (length: number) => Buffer): Buffer {
  const nonce = random(12);
  const cipher = createCipheriv('aes-256-gcm', by, nonce).setAAD(aad);
  return Buffer.concat([nonce, cipher.update(TEXT, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(by: Buffer | KeyObject, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', by, sealed.subarray(0, 12)).setAAD(aad);
  decipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString('utf8');
}

function compare(id: string, ours: () => unknown, bare: () => unknown, most: number | null): BenchRow {
  const [values, baselines, ratios]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const [value, baseline] = [computedUs(ours), computedUs(bare)];
    if (round < WARM_UP) continue;
    values.push(value);
    baselines.push(baseline);
    ratios.push(value / baseline);
  }
  const ratio = quantile(ratios, 0.5);
  const [value, baseline] = [quantile(values, 0.5), quantile(baselines, 0.5)];
  const target = most === null ? 'none' : `≤ ${most} × bare AES-256-GCM`;
  return { id, unit: 'µs', value, baseline, ratio, target, met: most === null || ratio <= most };
}

/** Time of the processor for one call: what other processes do meanwhile does not count. */
function computedUs(call: () => unknown): number {
  const began = process.cpuUsage();
  for (let calls = 0; calls < CALLS; calls += 1) call();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / CALLS;
}
