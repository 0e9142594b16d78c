import 'server-only';
import { randomUUID } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';

const MARK = Symbol.for('countersign.addressMark');
/** Overwritten on every request before anything reads it, so a client's own is never seen. */
export const ADDRESS_HEADER = 'x-countersign-address';

/**
 * Writes the socket's address into a header of each request as it arrives. Next keeps a client's own `X-Forwarded-For` and
 * hands route handlers no socket, so without this nobody could tell. Call once at boot; again does nothing.
 */
export function markClientAddresses(): void {
  if (addressMark() !== null) return;
  const mark = randomUUID();
  Reflect.set(globalThis, MARK, mark);
  subscribe('http.server.request.start', (message) => {
    if (typeof message !== 'object' || message === null || !('request' in message)) return;
    const { request } = message;
    if (!(request instanceof IncomingMessage)) return;
    request.headers[ADDRESS_HEADER] = `${mark} ${request.socket.remoteAddress ?? ''}`;
  });
}

/** The word that only this process writes into the header, or null where nobody marks: then no header is believed. */
export function addressMark(): string | null {
  const mark: unknown = Reflect.get(globalThis, MARK);
  return typeof mark === 'string' ? mark : null;
}
