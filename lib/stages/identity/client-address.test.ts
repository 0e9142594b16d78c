import { createServer, request as sendRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADDRESS_HEADER, markClientAddresses } from './address-mark.ts';
import { addressGroup, clientAddress } from './client-address.ts';

describe('with no trusted proxy, only the socket says where a request comes from', () => {
  let seen: Headers[] = [];
  const server = createServer((request, response) => {
    seen.push(new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)])));
    response.end();
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => server.close());

  async function arrive(headers: Record<string, string>): Promise<Headers> {
    seen = [];
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await new Promise<void>((resolve, reject) => {
      sendRequest({ port, host: '127.0.0.1', headers }, (response) => response.resume().on('end', resolve))
        .on('error', reject)
        .end();
    });
    return seen[0] ?? new Headers();
  }

  test('before anything marks requests, no header is believed', async () => {
    expect(
      clientAddress(await arrive({ 'x-forwarded-for': '203.0.113.9', [ADDRESS_HEADER]: 'x 203.0.113.9' }), 0),
    ).toBe('unknown');
  });

  test('rotating X-Forwarded-For or our own header changes nothing', async () => {
    markClientAddresses();
    for (const forged of ['203.0.113.1', '2001:db8::1', '']) {
      const headers = await arrive({
        'x-forwarded-for': forged,
        'x-real-ip': forged,
        [ADDRESS_HEADER]: `x ${forged}`,
      });
      expect(clientAddress(headers, 0)).toBe('127.0.0.1');
    }
  });
});

describe('with trusted proxies, only what they appended counts', () => {
  test.each([
    [1, '198.51.100.7', '198.51.100.7'],
    [1, '203.0.113.1, 203.0.113.2, 198.51.100.7', '198.51.100.7'],
    [2, '203.0.113.1, 198.51.100.7, 10.0.0.2', '198.51.100.7'],
    [3, '198.51.100.7, 10.0.0.2', 'unknown'],
    [1, 'not-an-address', 'unknown'],
    [1, '', 'unknown'],
  ])('%i hops of "%s" → %s', (hops, chain, expected) => {
    expect(clientAddress(new Headers({ 'x-forwarded-for': chain }), hops)).toBe(expected);
  });
});

describe('spellings of one client count as one', () => {
  test.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002:ffff::1', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::9]:443', '2001:db8:1:2::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::ffff:c000:201', '192.0.2.1'],
    ['192.0.2.1:8080', '192.0.2.1'],
    ['192.0.2.1', '192.0.2.1'],
    ['192.0.2.256', 'unknown'],
    ['', 'unknown'],
  ])('%s → %s', (raw, expected) => {
    expect(addressGroup(raw)).toBe(expected);
  });

  test('two networks do not count as one', () => {
    expect(addressGroup('2001:db8:1:3::1')).not.toBe(addressGroup('2001:db8:1:2::1'));
  });
});
