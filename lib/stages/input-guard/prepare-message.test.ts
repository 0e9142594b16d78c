import { describe, expect, it } from 'vitest';
import { MESSAGE_MAX_BYTES } from '#lib/contract/chat.ts';
import { prepareMessage } from './prepare-message.ts';
import { redact } from './redact.ts';

const codeOf = (text: string): unknown => {
  try {
    prepareMessage(text);
    return 'accepted';
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
};

describe('a message before it is stored', () => {
  it('is refused, not cut, when it has too many bytes', () => {
    expect(codeOf('a'.repeat(MESSAGE_MAX_BYTES))).toBe('accepted');
    expect(codeOf('a'.repeat(MESSAGE_MAX_BYTES + 1))).toBe('too_large');
    expect(codeOf('é'.repeat(MESSAGE_MAX_BYTES / 2 + 1))).toBe('too_large');
  });

  it.each(['', '   ', '\n\t\n', '\u200b\u200b', '\u{e0041}\u{e0042}', '\ufeff', '\u202e \u2066', '\u00a0'])(
    'is refused when it says nothing (%j)',
    (text) => {
      expect(codeOf(text)).toBe('malformed');
    },
  );

  it('is canonical and holds no card number', () => {
    expect(prepareMessage('My card\u200b is 4242 4242\u200b 4242 4242, ok?')).toEqual({
      text: 'My card is [card number removed], ok?',
      removed: { card_number: 1 },
    });
  });
});

describe('redaction', () => {
  it.each([
    '4242424242424242',
    '4242 4242 4242 4242',
    '4242-4242-4242-4242',
    '5555 5555 5555 4444',
    '2223 0031 2200 3222',
    '3782 822463 10005',
    '6011 1111 1111 1117',
    '3056 9300 0902 0004',
    '3566 0020 2036 0505',
    '6200 0000 0000 0005',
    '４２４２４２４２４２４２４２４２',
    '٤٢٤٢٤٢٤٢٤٢٤٢٤٢٤٢',
    '4 2 4 2 4 2 4 2 4 2 4 2 4 2 4 2',
  ])('removes the card number %s', (number) => {
    expect(redact(`it is ${number} 12/27 thanks`)).toEqual({
      text: 'it is [card number removed] 12/27 thanks',
      removed: { card_number: 1 },
    });
  });

  it.each([
    'order 370795561790',
    'invoice 2026-117 and 2026-118',
    'IBAN DE89 3704 0044 0532 0130 00',
    'call +353 1 555 0143',
    '4242 4242 4242 4241',
    '1234 5678 9012 3456',
    'between 2026-10-01 and 2026-11-20: 12 400,00 €',
    'reference 0000000000000000',
  ])('leaves %s alone', (text) => {
    expect(redact(text)).toEqual({ text, removed: {} });
  });

  it.each([
    ['sk-', 'proj-abcdefghijklmnop1234'],
    ['sk_live_', 'abcdefghijklmnop'],
    ['AKIA', 'IOSFODNN7EXAMPLE'],
    ['ghp_', 'abcdefghijklmnopqrstuvwxyz0123456789'],
    ['xoxb-', '123456789012-abcdefghij'],
    ['AIza', 'SyA1234567890abcdefghijklmnopqrstuv'],
    ['eyJ', 'hbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl'],
  ])('removes a credential that starts with %s', (prefix, rest) => {
    const found = redact(`key: ${prefix}${rest}.`);
    expect(found.text).not.toContain(rest.slice(0, 12));
    expect(found.removed).toEqual({ secret: 1 });
  });

  it('removes a private key as a whole, also without its end', () => {
    const header = ['-----BEGIN RSA', 'PRIVATE KEY-----'].join(' ');
    const footer = ['-----END RSA', 'PRIVATE KEY-----'].join(' ');
    const body = 'MIIEpAIBAAKCAQEA\nabcdefghijklmnop+/==\n';
    expect(redact(`a ${header}\n${body}${footer} b`).text).toBe('a [secret removed] b');
    expect(redact(`a ${header}\n${body}`).text).toBe('a [secret removed]');
  });

  it('counts by type', () => {
    const key = ['AKIA', 'IOSFODNN7EXAMPLE'].join('');
    expect(redact(`4242424242424242, 5555555555554444 and ${key}`).removed).toEqual({
      card_number: 2,
      secret: 1,
    });
  });
});
