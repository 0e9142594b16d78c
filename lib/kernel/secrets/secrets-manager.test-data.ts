import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type Asked = { target: string; body: Record<string, unknown>; headers: Record<string, unknown> };
/** What the next calls are answered with instead. */
export type Trouble = { type: string; status: number } | { raw: string } | 'silence' | 'hang-up';

/**
 * Speaks the part of AWS Secrets Manager that is used here as the service does: JSON 1.1 over HTTP, the operation in `X-Amz-Target`,
 * errors as `__type`.
 */
export async function startSecretsManager(name: string) {
  const asked: Asked[] = [];
  let secret: string | null = '{}';
  let troubles: Trouble[] = [];
  let always: Trouble | null = null;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body: Record<string, unknown> = JSON.parse(Buffer.concat(chunks).toString());
      asked.push({ target: String(request.headers['x-amz-target']), body, headers: request.headers });
      const now = troubles.shift() ?? always;
      if (now === 'silence') return;
      if (now === 'hang-up') return request.socket.destroy();
      const [status, answer] = answerTo(now, body, { name, secret });
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': '0' });
      response.end(answer);
    });
  });

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() satisfies unknown as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    asked,
    /** What it keeps from now on: settings and values, or any text. */
    keep: (value: Readonly<Record<string, string>> | string | null) => {
      secret = value === null || typeof value === 'string' ? value : JSON.stringify(value);
    },
    next: (...wanted: Trouble[]) => (troubles = wanted),
    /** What every call is answered with from now on; null is as usual. */
    always: (trouble: Trouble | null) => (always = trouble),
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

function answerTo(
  now: Trouble | null,
  body: Record<string, unknown>,
  { name, secret }: { name: string; secret: string | null },
): [number, string] {
  if (typeof now === 'object' && now !== null && 'raw' in now) return [200, now.raw];
  if (typeof now === 'object' && now !== null)
    return [now.status, JSON.stringify({ __type: now.type, message: `denied for ${secret ?? ''}` })];
  if (body.SecretId !== name || secret === null)
    return [400, JSON.stringify({ __type: 'ResourceNotFoundException', message: '' })];
  return [
    200,
    JSON.stringify({
      ARN: `arn:aws:secretsmanager:eu-west-1:111122223333:secret:${name}-AbCdEf`,
      Name: name,
      VersionId: '01234567-89ab-cdef-0123-456789abcdef',
      VersionStages: ['AWSCURRENT'],
      SecretString: secret,
      CreatedDate: 1.7e9,
    }),
  ];
}
