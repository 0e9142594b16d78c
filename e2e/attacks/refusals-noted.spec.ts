import { expect, test } from '@playwright/test';
import { appUrl } from '#e2e/fixtures/app-url.ts';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { giveFactor } from '#e2e/fixtures/second-factor.ts';
import { ownPage, sendRequest } from '#e2e/fixtures/send-request.ts';

// Whoever is refused leaves an entry, also where what refuses them takes its own work back.

function send({ cookie }: Person, path: string, body: object) {
  const request = { method: 'POST', headers: ownPage(appUrl()), cookie, body: JSON.stringify(body) };
  return sendRequest(`${appUrl()}${path}`, request);
}

const refusalsOf = ({ viewer }: Person) =>
  behindTheWalls<{ rule: string; subject_id: string }>(
    `SELECT rule, subject_id FROM audit_entry WHERE person_id = $1 AND action = 'request.refused'`,
    [viewer.personId],
  );

test('an agent’s reply to a closed case', async () => {
  const owner = await makePerson({ spec: 'northwind' });
  const agent = await makePerson({ role: 'agent' });
  const opened = await send(owner, '/api/handovers', { summary: 'Please look at my bill.' });
  expect(opened.status).toBe(201);
  const [row] = await behindTheWalls<{ id: string }>('SELECT id FROM support_case WHERE person_id = $1', [
    owner.viewer.personId,
  ]);
  const path = `/api/cases/${row?.id}/reply`;
  expect((await send(agent, path, { close: true })).status).toBe(200);
  expect((await send(agent, path, { text: 'One more thing.' })).status).toBe(409);
  expect(await refusalsOf(agent)).toEqual([{ rule: 'decided', subject_id: 'case-reply' }]);
});

test('a second factor beside one that stands', async () => {
  const approver = await makePerson({ role: 'approver' });
  await giveFactor(approver);
  expect((await send(approver, '/api/me/factor', {})).status).toBe(409);
  expect(await refusalsOf(approver)).toEqual([{ rule: 'no_longer_possible', subject_id: 'factor' }]);
});

test('a sign-in that another site sent', async () => {
  const owner = await makePerson();
  const headers = { ...ownPage(appUrl()), origin: 'https://attacker.test', 'sec-fetch-site': 'cross-site' };
  const { status } = await sendRequest(`${appUrl()}/api/auth/callback/credentials`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    cookie: owner.cookie,
    body: 'email=a%40b.test&password=c',
  });
  expect(status).toBe(403);
  expect(await refusalsOf(owner)).toEqual([{ rule: 'bad_origin', subject_id: 'auth' }]);
});
