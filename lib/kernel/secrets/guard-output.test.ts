import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';

/** Runs a program that knows a secret and prints it, and returns what came out. */
function run(secret: string, program: string): Promise<{ code: number | null; said: string }> {
  const before = `const { guardOutput } = await import('#lib/kernel/secrets/guard-output.ts');
    const { rememberSecrets } = await import('#lib/kernel/secrets/redact.ts');
    const { JOBS_TOKEN: secret } = process.env; rememberSecrets(process.env);`;
  const args = ['--conditions=react-server', '--input-type=module', '-e', `${before} ${program}`];
  return new Promise((resolve) => {
    const env = { ...process.env, NODE_OPTIONS: '', JOBS_TOKEN: secret };
    const child = execFile(process.execPath, args, { env }, (_error, out, err) =>
      resolve({ code: child.exitCode, said: `${out}${err}` }),
    );
  });
}

test('whatever a process prints has no secret in it: lines, objects, bytes, warnings, rejections, the crash at the end', async () => {
  const secret = randomBytes(24).toString('base64url');
  const { code, said } = await run(
    secret,
    `guardOutput({ exits: true });
    console.log('line', secret, { nested: [secret] });
    process.stdout.write(Buffer.from('bytes ü ' + secret + '\\n'));
    process.emitWarning('warned of ' + secret);
    setTimeout(() => { throw new Error('crash with ' + secret, { cause: new Error(secret) }); }, 50);
    await new Promise(() => setTimeout(() => undefined, 5_000));`,
  );
  expect(code).toBe(1);
  expect(said).not.toContain(secret);
  for (const word of [
    'line [redacted]',
    'bytes ü [redacted]',
    'warned of [redacted]',
    'crash with [redacted]',
  ])
    expect(said).toContain(word);
});
