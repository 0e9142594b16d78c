import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type Asked = { target: string; body: Record<string, unknown>; headers: Record<string, unknown> };
/** What the next calls are answered with instead: an error's name and status, silence, or a line that goes dead. */
type Trouble = { type: string; status: number } | 'silence' | 'hang-up';

/**
 * Speaks the part of AWS KMS that is used here as the service does: JSON 1.1 over HTTP, the operation in `X-Amz-Target`, blobs in
 * base64, errors as `__type`. It really encrypts, bound to key and encryption context, and its ciphertexts name their key.
 */
export async function startKms(keyIds: readonly string[]) {
  const keys = new Map(keyIds.map((id) => [id, randomBytes(32)]));
  const asked: Asked[] = [];
  let trouble: Trouble[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body: Record<string, unknown> = JSON.parse(Buffer.concat(chunks).toString());
      const target = String(request.headers['x-amz-target']);
      asked.push({ target, body, headers: request.headers });
      const now = trouble.shift();
      if (now === 'silence') return;
      if (now === 'hang-up') return request.socket.destroy();
      const [status, answer] = now
        ? [now.status, { __type: now.type, message: '' }]
        : perform(keys, target, body);
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': '0' });
      response.end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() satisfies unknown as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    asked,
    next: (...troubles: Trouble[]) => (trouble = troubles),
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

function perform(keys: Map<string, Buffer>, target: string, body: Record<string, unknown>): [number, object] {
  const keyId = String(body.KeyId);
  const key = keys.get(keyId);
  if (!key) return [400, { __type: 'NotFoundException', message: '' }];
  const aad = Buffer.from(JSON.stringify(Object.entries(body.EncryptionContext ?? {}).sort()));
  const arn = `arn:aws:kms:eu-west-1:111122223333:key/${keyId}`;
  if (target === 'TrentService.Encrypt') {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(aad);
    const sealed = Buffer.concat([cipher.update(String(body.Plaintext), 'base64'), cipher.final()]);
    const name = Buffer.from(keyId.padEnd(40));
    const blob = Buffer.concat([name, nonce, sealed, cipher.getAuthTag()]);
    return [
      200,
      { CiphertextBlob: blob.toString('base64'), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT', KeyId: arn },
    ];
  }
  const blob = Buffer.from(String(body.CiphertextBlob), 'base64');
  if (blob.subarray(0, 40).toString().trim() !== keyId)
    return [400, { __type: 'IncorrectKeyException', message: '' }];
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, blob.subarray(40, 52)).setAAD(aad);
    decipher.setAuthTag(blob.subarray(-16));
    const plain = Buffer.concat([decipher.update(blob.subarray(52, -16)), decipher.final()]);
    return [
      200,
      { Plaintext: plain.toString('base64'), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT', KeyId: arn },
    ];
  } catch {
    return [400, { __type: 'InvalidCiphertextException' }];
  }
}
