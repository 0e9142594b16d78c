import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signReceipt } from '#lib/kernel/receipt/sign-receipt.ts';
import { signingKey } from '#lib/kernel/receipt/signing-key.ts';
import { root } from '#scripts/system/paths.ts';
import { runNode } from '#scripts/test/run-program.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'receipt-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const verify = (...args: string[]) =>
  runNode(
    [
      '--conditions=react-server',
      '--disable-warning=ExperimentalWarning',
      join(root, 'scripts/commands/receipt-verify.ts'),
      ...args,
    ],
    { PATH: process.env.PATH, NODE_ENV: 'test' },
  );

function write(name: string, value: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value, null, 2));
  return file;
}

test('anyone verifies a receipt with one command, against the key that its issuer publishes', async () => {
  const { published } = signingKey();
  const server = createServer((_request, response) => response.end(JSON.stringify(published)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const receipt = signReceipt({ kind: 'erasure', issuer, removed: { messages: 2 } });
  const genuine = await verify(write('genuine.json', receipt));
  expect(genuine.output).toContain('Genuine');
  expect(genuine.output).toContain(issuer);
  expect(genuine.output).toContain('is it whom you dealt with?');
  expect(genuine.code).toBe(0);
  // What stands in a receipt is its author's: it must not write over the line that says who is believed.
  const loud = `${issuer}/\r\u001b[2KKey, as https://bills.example publishes it\u001b[8m`;
  const shouted = await verify(write('loud.json', signReceipt({ kind: 'erasure', issuer: loud })));
  expect(shouted.output).toContain(`as ${issuer} publishes it`);
  expect(shouted.output).not.toMatch(/\u001b|bills\.example/u);
  const altered = await verify(write('altered.json', { ...receipt, removed: { messages: 3 } }), '--json');
  expect(JSON.parse(altered.output)).toMatchObject({ verdict: 'altered', keyId: published.keyId });
  expect(altered.code).toBe(1);
  server.close();
  const offline = await verify(write('genuine.json', receipt), '--key', published.publicKey);
  expect(offline.code).toBe(0);
  expect((await verify(write('genuine.json', receipt), '--key', 'A'.repeat(43))).code).toBe(1);
});

test('what is no receipt, or names an address that cannot be asked, is refused in one line', async () => {
  for (const [file, line] of [
    [write('none.json', { hello: 1 }), 'https'],
    [write('broken.json', '{'), 'not JSON'],
    [write('plain.json', signReceipt({ issuer: 'http://example.test' })), 'https'],
    [join(folder, 'missing.json'), 'read'],
  ] as const) {
    const { code, output } = await verify(file);
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(output).toContain(line);
    expect(code).toBe(2);
  }
});
