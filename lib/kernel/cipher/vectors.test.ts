import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { gcm } from '@noble/ciphers/aes.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId } from '../ids.ts';
import { type CipherContext, encodeContext } from './context.ts';
import { CipherError, type DataKey, open, seal } from './envelope.ts';
import { hkdfSha512 } from './hkdf.ts';

const hex = (text: string) => Buffer.from(text, 'hex');
const PLAIN =
  'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255';
const KEY = 'feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308';

/** McGrew and Viega, "The Galois/Counter Mode of Operation", appendix B: test cases 13 to 16, AES-256 with a 96-bit nonce. */
const GCM: readonly (readonly [
  key: string,
  nonce: string,
  plain: string,
  aad: string,
  sealed: string,
  tag: string,
])[] = [
  ['00'.repeat(32), '00'.repeat(12), '', '', '', '530f8afbc74536b9a963b4f1c4cb738b'],
  [
    '00'.repeat(32),
    '00'.repeat(12),
    '00'.repeat(16),
    '',
    'cea7403d4d606b6e074ec5d3baf39d18',
    'd0d1c8a799996bf0265b98b5d48ab919',
  ],
  [
    KEY,
    'cafebabefacedbaddecaf888',
    PLAIN,
    '',
    '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad',
    'b094dac5d93471bdec1a502270e3cc6c',
  ],
  [
    KEY,
    'cafebabefacedbaddecaf888',
    PLAIN.slice(0, 120),
    'feedfacedeadbeeffeedfacedeadbeefabaddad2',
    '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662',
    '76fc6ece0f4e1768cddf8853bb2d551b',
  ],
];

/** Project Wycheproof, hkdf_sha512_test.json: test cases 3, 6, 9, 12, 15, 18 and 20. */
const HKDF_512: readonly (readonly [key: string, salt: string, info: string, derived: string])[] = [
  [
    'd4dcb92a769f57c8bab8a420ee0aa351',
    '',
    '',
    'a8420281c08c5f087c9d54d5660847805b0fff2d6257f02bf849badfa8a29bee84ebe704a6eadc0beba0c33805d5843e167b1966aeba6a15b0f1f7b3db8c407a',
  ],
  [
    '5b01b2da3166f217cdd68de8af60078f',
    '',
    '6884cfa7ffe8f27bf4ebc6e46a7e01488c79243a',
    '01e10d4c477c906d4f67105e4a8054bd2e9479d726166893fcf77b5df431ad007c0ae42847d3706a770a5e468783c9519804be63a404112dcd4ecea952952b73',
  ],
  [
    '08867e76311126089356623ba5381e73',
    '0c164c443edcdfaedb1ab150f047951f',
    '',
    '098d9f9e0e0c609b94e8aa57b0449cdb3929605f821cda305e4d93746553a40a1e4c97565183e116511c3dc5d9d56561c698849a114692c8128b5d3c1cd728f7',
  ],
  [
    '8677dc79233ef3480777c4c601ef4f0b',
    'ad88db718244e2cb60e35f874d7ad81f',
    'a38f634d947819a9bfa792174b42baa20c9fce15',
    '918e9cda37bf7f52506111048a878e64a503f9869d0c2615047b995f1efedc4f713b4dbcc940838e68f6a2bf772ebefae9154e9075da80ea1fd68b9df580ad76',
  ],
  [
    'e8f2b1c3e6a6c3d5ee0a20dd47aafa78',
    '3f5e162de91e0782cd189f3b7778cdc2ce6bfe9d3fe841cd3c70475d7b3c',
    '',
    '34718d60d8eba9f7ad6d111ef14160652381239551aca21bfc1f250f8d04c64cb6cd503c7f5fb3ff6b73ce234cf6bf91056228a8a51599a39c402e32d47618cb',
  ],
  [
    '6cf725e939e8824d4392233eeac75d30',
    '1e72f24b05a91a0093f34306ffced79e7003055b0833c6d0f27a4f33a1bd',
    '495425d9727fee2e2b7e78899868c1c3e7735e1d',
    '379e6d4fc3c9b344754a1094eac60b71e47e281695515987abbc3b22c1e267d95b101592896e08c869557ea82ba075d9c9524d3cb79d7d8cabb33364f5252968',
  ],
  [
    '34bae5a158c1678aa76a744417a70d7a',
    '1532075f363e061133780ac959bf653c7687d181b9431215d6f62dd2f1ec3019d61c50fa82c70ae25e624c849a276b0c57d7c02a4d753fe84a1a6621e9a5ef01',
    '87ec30aa53acfc3d09ccc1d57d654fdbce403cd4',
    '65f5385dab06d375033a6a25926ef4bf5dc660737ab8ccef370af10cc9dcd7743cf273fd048f64b7301e',
  ],
];

describe('the published vectors', () => {
  test.each(GCM)('of AES-256-GCM are reproduced and opened: %#', (key, nonce, plain, aad, sealed, tag) => {
    const cipher = createCipheriv('aes-256-gcm', hex(key), hex(nonce)).setAAD(hex(aad));
    expect(Buffer.concat([cipher.update(hex(plain)), cipher.final()]).toString('hex')).toBe(sealed);
    expect(cipher.getAuthTag().toString('hex')).toBe(tag);
    const decipher = createDecipheriv('aes-256-gcm', hex(key), hex(nonce))
      .setAAD(hex(aad))
      .setAuthTag(hex(tag));
    expect(Buffer.concat([decipher.update(hex(sealed)), decipher.final()]).toString('hex')).toBe(plain);
    expect(Buffer.from(gcm(hex(key), hex(nonce), hex(aad)).encrypt(hex(plain))).toString('hex')).toBe(
      sealed + tag,
    );
  });

  test.each(HKDF_512)('of HKDF with SHA-512 are reproduced: %#', (key, salt, info, derived) => {
    expect(hkdfSha512(hex(key), hex(salt), hex(info), derived.length / 2).toString('hex')).toBe(derived);
  });

  test('of RFC 5869 are reproduced by the implementation that ours is compared with', () => {
    const [key, salt] = [Buffer.alloc(22, 0x0b), hex('000102030405060708090a0b0c')];
    const derived = hkdf(sha256, key, salt, hex('f0f1f2f3f4f5f6f7f8f9'), 42);
    expect(Buffer.from(derived).toString('hex')).toBe(
      '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
    );
  });
});

/** Sealed and opened from the description of the format alone, over another implementation of its primitives. */
const second = {
  derive: (dataKey: DataKey, salt: Uint8Array) =>
    hkdf(sha512, dataKey.key, salt, Buffer.from('countersign:message:v1'), 64),
  /** Length-prefixed: each field after its length in four bytes, big end first. */
  place(context: CipherContext): Buffer {
    const {
      table,
      column,
      tenantId,
      personId,
      conversationId = '',
      messageId = '',
      role = '',
      sequence = '',
    } = context;
    const fields = ['1', table, column, tenantId, personId, conversationId, messageId, role, `${sequence}`];
    return Buffer.concat(
      fields.flatMap((field) => {
        const { length } = Buffer.from(field);
        return [
          Buffer.of(length >>> 24, (length >>> 16) & 255, (length >>> 8) & 255, length & 255),
          Buffer.from(field),
        ];
      }),
    );
  },
  seal(dataKey: DataKey, context: CipherContext, text: string): Buffer {
    const [salt, nonce] = [randomBytes(32), randomBytes(12)];
    const derived = this.derive(dataKey, salt);
    const sealed = gcm(derived.subarray(0, 32), nonce, this.place(context)).encrypt(Buffer.from(text));
    const id = hex(dataKey.id.replaceAll('-', ''));
    return Buffer.concat([Buffer.of(1), id, salt, derived.subarray(32), nonce, sealed]);
  },
  open(dataKey: DataKey, context: CipherContext, envelope: Buffer): string {
    const derived = this.derive(dataKey, envelope.subarray(17, 49));
    expect(Buffer.from(derived.subarray(32)).equals(envelope.subarray(49, 81))).toBe(true);
    const opened = gcm(derived.subarray(0, 32), envelope.subarray(81, 93), this.place(context)).decrypt(
      envelope.subarray(93),
    );
    return Buffer.from(opened).toString('utf8');
  },
};

const field = fc.string({ unit: 'grapheme', maxLength: 40 });
const contexts = fc.record(
  {
    table: field,
    column: field,
    tenantId: field,
    personId: field,
    conversationId: field,
    messageId: field,
    role: field,
    sequence: fc.nat(),
  },
  { requiredKeys: ['table', 'column', 'tenantId', 'personId'] },
);
const keys = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((key): DataKey => ({ id: newId(), key: Buffer.from(key) }));
const texts = fc.string({ unit: 'grapheme', maxLength: 700 });

describe('another implementation', () => {
  test('derives the same keys, whatever the lengths', () => {
    const bytes = (maxLength: number) => fc.uint8Array({ maxLength });
    fc.assert(
      fc.property(
        bytes(300),
        bytes(300),
        bytes(200),
        fc.integer({ min: 1, max: 64 }),
        (key, salt, info, length) => {
          expect(hkdfSha512(key, salt, info, length).equals(hkdf(sha512, key, salt, info, length))).toBe(
            true,
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  test('opens what ours seals, and seals what ours opens, in any place', () => {
    fc.assert(
      fc.property(keys, contexts, texts, (dataKey, context, text) => {
        expect(encodeContext(context).equals(second.place(context))).toBe(true);
        expect(second.open(dataKey, context, seal(dataKey, context, text))).toBe(text);
        expect(open(dataKey, context, second.seal(dataKey, context, text))).toBe(text);
      }),
      { numRuns: 200 },
    );
  });
});

test('two different places never encode alike, and a value of the one does not open in the other', () => {
  fc.assert(
    fc.property(keys, contexts, contexts, (dataKey, here, there) => {
      const plain = (context: CipherContext) =>
        JSON.stringify([
          1,
          context.conversationId ?? '',
          context.messageId ?? '',
          context.role ?? '',
          `${context.sequence ?? ''}`,
          context.table,
          context.column,
          context.tenantId,
          context.personId,
        ]);
      fc.pre(plain(here) !== plain(there));
      expect(encodeContext(here).equals(encodeContext(there))).toBe(false);
      expect(() => open(dataKey, there, seal(dataKey, here, 'here'))).toThrow(CipherError);
    }),
    { numRuns: 200 },
  );
});
