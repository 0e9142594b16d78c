import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { newId } from '../ids.ts';
import { type CipherContext, encodeContext } from './context.ts';
import { CipherError, type DataKey, open, seal } from './envelope.ts';

const dataKey: DataKey = { id: newId(), key: randomBytes(32) };
const place = {
  table: 'message',
  column: 'body',
  tenantId: newId(),
  personId: newId(),
  conversationId: newId(),
  messageId: newId(),
  role: 'user',
  sequence: 7,
} as const satisfies CipherContext;

/** RFC 5869, written from its text: the implementation under test uses node's own. */
function hkdf(hash: 'sha256' | 'sha512', key: Buffer, salt: Buffer, info: Buffer, length: number): Buffer {
  const extracted = createHmac(hash, salt).update(key).digest();
  let block = Buffer.alloc(0);
  let output = Buffer.alloc(0);
  for (let round = 1; output.length < length; round += 1) {
    block = createHmac(hash, extracted)
      .update(Buffer.concat([block, info, Buffer.of(round)]))
      .digest();
    output = Buffer.concat([output, block]);
  }
  return output.subarray(0, length);
}

describe('a sealed value', () => {
  test('opens in its place, whatever it says', () => {
    for (const text of ['', 'Why is my invoice higher?', '€ 日本語 🏴󠁧󠁢󠁥󠁮󠁧󠁿 \u0000', 'x'.repeat(60_000)]) {
      expect(open(dataKey, place, seal(dataKey, place, text))).toBe(text);
    }
  });

  test('never looks the same twice and never holds its text', () => {
    const first = seal(dataKey, place, 'the same sentence');
    const second = seal(dataKey, place, 'the same sentence');
    expect(first.equals(second)).toBe(false);
    expect(first.subarray(93).equals(second.subarray(93))).toBe(false);
    expect(first.includes('the same')).toBe(false);
  });

  test('fails as a whole when any single bit of it is flipped', () => {
    const sealed = seal(dataKey, place, 'Paid in full');
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const altered = Buffer.from(sealed);
      altered.writeUInt8(altered.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(() => open(dataKey, place, altered), `bit ${bit}`).toThrow(CipherError);
    }
  });

  test('fails when it is cut or lengthened anywhere', () => {
    const sealed = seal(dataKey, place, 'Paid in full');
    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => open(dataKey, place, sealed.subarray(0, length))).toThrow(CipherError);
    }
    expect(() => open(dataKey, place, Buffer.concat([sealed, Buffer.of(0)]))).toThrow(CipherError);
  });

  test.each([
    ['table', { table: 'conversation' }],
    ['column', { column: 'trace' }],
    ['tenant', { tenantId: newId() }],
    ['person', { personId: newId() }],
    ['conversation', { conversationId: newId() }],
    ['row', { messageId: newId() }],
    ['role', { role: 'assistant' }],
    ['position', { sequence: 8 }],
  ])('does not open in another %s', (_name, other) => {
    const sealed = seal(dataKey, place, 'Paid in full');
    expect(() => open(dataKey, { ...place, ...other }, sealed)).toThrow(CipherError);
  });

  test('does not open when two fields of its place trade characters', () => {
    const sealed = seal(dataKey, { ...place, table: 'ab', column: 'c' }, 'Paid in full');
    expect(() => open(dataKey, { ...place, table: 'a', column: 'bc' }, sealed)).toThrow(CipherError);
  });

  test('does not open under another key, or under the same key by another name', () => {
    const sealed = seal(dataKey, place, 'Paid in full');
    expect(() => open({ id: dataKey.id, key: randomBytes(32) }, place, sealed)).toThrow(CipherError);
    expect(() => open({ id: newId(), key: dataKey.key }, place, sealed)).toThrow(CipherError);
  });

  test('is never taken from clear text', () => {
    for (const text of ['', 'hello', 'x'.repeat(400), `\u0001${'x'.repeat(400)}`]) {
      expect(() => open(dataKey, place, Buffer.from(text))).toThrow(CipherError);
    }
  });

  test('says one thing only about why it does not open', () => {
    const attempts = [
      Buffer.from('hello'),
      seal({ id: dataKey.id, key: randomBytes(32) }, place, 'x'),
      seal(dataKey, { ...place, sequence: 1 }, 'x'),
    ];
    const said = attempts.map((value) => {
      try {
        return open(dataKey, place, value);
      } catch (error) {
        return String(error);
      }
    });
    expect(new Set(said).size).toBe(1);
  });
});

describe('the format on disk', () => {
  test('is the documented one: another implementation of HKDF and AES-256-GCM reads and writes it', () => {
    const info = Buffer.from('countersign:message:v1');
    const sealed = seal(dataKey, place, 'Paid in full');
    const [version, id, salt, commitment, nonce] = [
      sealed[0],
      sealed.subarray(1, 17),
      sealed.subarray(17, 49),
      sealed.subarray(49, 81),
      sealed.subarray(81, 93),
    ];
    expect(version).toBe(1);
    expect(id.toString('hex')).toBe(dataKey.id.replaceAll('-', ''));
    const derived = hkdf('sha512', dataKey.key, salt, info, 64);
    expect(commitment.equals(derived.subarray(32))).toBe(true);
    const decipher = createDecipheriv('aes-256-gcm', derived.subarray(0, 32), nonce).setAAD(
      encodeContext(place),
    );
    decipher.setAuthTag(sealed.subarray(-16));
    expect(Buffer.concat([decipher.update(sealed.subarray(93, -16)), decipher.final()]).toString()).toBe(
      'Paid in full',
    );
  });

  test('commits to its key: a value whose tag and nonce are right but whose commitment is not stays shut', () => {
    const salt = randomBytes(32);
    const nonce = randomBytes(12);
    const derived = hkdf('sha512', dataKey.key, salt, Buffer.from('countersign:message:v1'), 64);
    const cipher = createCipheriv('aes-256-gcm', derived.subarray(0, 32), nonce).setAAD(encodeContext(place));
    const body = Buffer.concat([cipher.update('Paid in full'), cipher.final()]);
    const whole = (commitment: Buffer) =>
      Buffer.concat([
        Buffer.of(1),
        Buffer.from(dataKey.id.replaceAll('-', ''), 'hex'),
        salt,
        commitment,
        nonce,
        body,
        cipher.getAuthTag(),
      ]);
    expect(open(dataKey, place, whole(derived.subarray(32)))).toBe('Paid in full');
    expect(() => open(dataKey, place, whole(randomBytes(32)))).toThrow(CipherError);
  });
});
