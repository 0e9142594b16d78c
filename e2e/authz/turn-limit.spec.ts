import { expect, test } from '@playwright/test';
import { startAnotherApp, type AnotherApp } from '#e2e/fixtures/another-app.ts';
import { appUrl } from '#e2e/fixtures/app-url.ts';
import { makePerson } from '#e2e/fixtures/make-person.ts';
import { postChat, refusalOf } from '#e2e/fixtures/post-chat.ts';

let second: AnotherApp;
test.beforeAll(async () => {
  second = await startAnotherApp();
});
test.afterAll(() => second.stop());

test('the eleventh message in a minute is refused by whichever of two processes gets it', async () => {
  const { cookie } = await makePerson({ spec: 'northwind' });
  const [here, there] = [appUrl(), second.url];
  for (let count = 0; count < 10; count += 1) {
    const answer = await postChat(cookie, { text: 'Hello' }, { url: count % 2 === 0 ? here : there });
    expect(answer.status).toBe(200);
  }
  for (const url of [here, there]) {
    const eleventh = await postChat(cookie, { text: 'Hello' }, { url });
    expect(eleventh.status).toBe(429);
    expect(refusalOf(eleventh)).toBe('rate_limited');
    expect(Number(eleventh.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(eleventh.headers['retry-after'])).toBeLessThanOrEqual(60);
    expect(eleventh.headers).toHaveProperty('ratelimit-limit');
  }
});

test('no header and no second session buys an eleventh message', async () => {
  const person = await makePerson({ spec: 'northwind' });
  for (let count = 0; count < 10; count += 1) await postChat(person.cookie, { text: 'Hello' });
  const disguises: Readonly<Record<string, string>>[] = [
    { 'x-forwarded-for': '203.0.113.7' },
    { 'x-forwarded-for': '2001:db8::1, 203.0.113.8' },
    { forwarded: 'for=198.51.100.4' },
    { 'x-real-ip': '198.51.100.5', 'cf-connecting-ip': '198.51.100.6' },
    { 'user-agent': 'another' },
  ];
  for (const headers of disguises)
    expect((await postChat(person.cookie, { text: 'Hello' }, { headers })).status).toBe(429);
});

test('ten at once and ten more at once: never more than ten are answered', async () => {
  const { cookie } = await makePerson({ spec: 'northwind' });
  const all = await Promise.all(
    Array.from({ length: 20 }, (_, count) =>
      postChat(cookie, { text: 'Hello' }, { url: count % 2 === 0 ? appUrl() : second.url }),
    ),
  );
  expect(all.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(10);
  expect(all.every(({ status }) => [200, 429, 503].includes(status))).toBe(true);
});
