import { describe, expect, it } from 'vitest';
import { findPersonalData } from './find-personal-data.ts';

const secretsIn = (text: string): string[] =>
  findPersonalData(text, ['secret']).map(({ start, end }) => text.slice(start, end));
/** Put together here: a credential written out would rightly not be let into the repository. */
const join = (...parts: string[]): string => parts.join('');
const LONG = 'q7Rf2LmX9sVb4TnK8wZc1YpH6gJd3QxA5eUo0iBt';

describe('credentials with a mark of their issuer', () => {
  it.each([
    ['sk-ant-', `api03-${LONG}${LONG}`],
    ['GOCSPX-', LONG.slice(0, 28)],
    ['shpat_', '0123456789abcdef0123456789abcdef'],
    ['dckr_pat_', LONG.slice(0, 27)],
    ['hvs.', LONG],
    ['glsa_', `${LONG.slice(0, 32)}_0123abcd`],
    ['lin_api_', LONG],
    ['dapi', '0123456789abcdef0123456789abcdef'],
    ['xapp-', '1-A0123456789-1234567890123-0123456789abcdef'],
    ['AGE-SECRET-KEY-', `1${'QPZRY9X8'.repeat(7)}QP`],
  ])('%s is found in quotes, settings and sentences', (prefix, rest) => {
    const secret = join(prefix, rest);
    for (const text of [
      secret,
      `key="${secret}"`,
      `KEY=${secret}`,
      `I pasted ${secret}, sorry`,
      `(${secret})`,
    ])
      expect(secretsIn(text)).toEqual([secret]);
  });
});

describe('credentials by the word before them', () => {
  it.each([
    ['password: ', 'hunter22x'],
    ['my password is ', 'Sommer2024!'],
    ['mein Passwort lautet ', 'Winter-2031'],
    ['mot de passe : ', 'kaffee77'],
    ['пароль: ', 'zima2031x'],
    ['密码是', 'a1b2c3d4'],
    ['PGPASSWORD=', 'correcthorse'],
    ['our api key is ', '0123456789abcdef0123456789abcdef'],
    ['API_KEY=', '550e8400-e29b-41d4-a716-446655440000'],
    ['"clientSecret": "', 'aB3dE5fG7hJ9kL1m'],
    ['Authorization: Bearer ', LONG],
    ['Authorization: Basic ', Buffer.from('reader:xQpLmZ').toString('base64')],
    ['Server=db;Password=', 'p4ssw0rd;Encrypt=true'.slice(0, 8)],
    ['https://example.com/?page=2&access_token=', 'a1b2c3d4e5f6'],
  ])('%s…', (before, secret) => {
    expect(secretsIn(`${before}${secret}`)).toEqual([secret]);
  });

  it('a connection string goes as a whole', () => {
    const url = join('postgres://app:', 's3cr3t', '@db.example.com:5432/bills');
    expect(secretsIn(`it is ${url} now`)).toEqual([url]);
  });

  it('a word that chance made is one without any word', () => {
    expect(secretsIn(`use ${LONG} from now on`)).toEqual([LONG]);
  });
});

describe('what only looks like a credential', () => {
  it.each([
    '550e8400-e29b-41d4-a716-446655440000',
    'commit 9fceb02d0ae598e95dc970b74767f19372d61af8',
    `build id ${LONG.slice(0, 21)}`,
    `sha512-${LONG}${LONG}==`,
    `data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAA${LONG}`,
    `/9j/4AAQSkZJRgABAQAA${LONG}`,
    '#a1b2c3',
    'the method getInvoiceForCustomerById2',
    'Ym90aCBpbnZvaWNlcyB3ZXJlIHNlbnQgb24gTW9uZGF5',
    'password: please reset it',
    'my password is wrong',
    'I forgot the password for invoice INV-2026-117',
    'api_key=YOUR_API_KEY_HERE',
    'token usage was 1234567',
    'the key figures of 2026-11',
    'idempotency key 550e8400-e29b-41d4-a716-446655440000',
    'reset the password on 2026-11-26',
    'secret santa 2026',
    'our basic plan2024 costs more',
  ])('%s stays', (text) => {
    expect(secretsIn(text)).toEqual([]);
  });
});
