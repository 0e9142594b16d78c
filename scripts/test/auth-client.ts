import { randomInt } from 'node:crypto';
import { GET, POST } from '../../app/api/auth/[...nextauth]/route.ts';
import { ADDRESS_HEADER, addressMark, markClientAddresses } from '#lib/stages/identity/address-mark.ts';

const ORIGIN = 'http://localhost:3000';

/** What came back: status, headers, the raw body and, where it is JSON with an address, that address. */
export type Answer = { status: number; headers: Headers; text: string; location: string | null };

export type AuthClient = {
  readonly cookies: Map<string, string>;
  get(path: string): Promise<Answer>;
  post(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Answer>;
  /** As next-auth's own client does it: fetches a CSRF token, posts the form, asks for JSON. */
  submit(path: string, fields: Record<string, string>): Promise<Answer>;
};

/** An address that no other test uses. */
export function someAddress(): string {
  return `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`;
}

/** A browser, as far as `/api/auth/*` can tell: a cookie jar and an address, calling the route handlers themselves. */
export function authClient(address: string = someAddress(), origin: string = ORIGIN): AuthClient {
  markClientAddresses();
  const cookies = new Map<string, string>();

  async function send(
    method: 'GET' | 'POST',
    path: string,
    init: { body?: string; headers?: Record<string, string> },
  ): Promise<Answer> {
    const headers = new Headers({
      host: new URL(origin).host,
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      [ADDRESS_HEADER]: `${addressMark()} ${address}`,
      ...init.headers,
    });
    const request = new Request(`${origin}/api/auth/${path}`, {
      method,
      headers,
      ...(init.body === undefined ? {} : { body: init.body }),
    });
    const response = await (method === 'GET' ? GET : POST)(request, {});
    for (const line of response.headers.getSetCookie()) keepCookie(cookies, line);
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      location: response.headers.get('location') ?? urlIn(text),
    };
  }

  const client: AuthClient = {
    cookies,
    get: (path) => send('GET', path, {}),
    post: (path, fields, headers = {}) =>
      send('POST', path, {
        body: new URLSearchParams(fields).toString(),
        headers: {
          origin,
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/x-www-form-urlencoded',
          ...headers,
        },
      }),
    submit: async (path, fields) => {
      const { csrfToken } = JSON.parse((await client.get('csrf')).text);
      return client.post(path, { ...fields, csrfToken, json: 'true' });
    },
  };
  return client;
}

function keepCookie(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';');
  const at = pair.indexOf('=');
  if (attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute))) cookies.delete(pair.slice(0, at));
  else cookies.set(pair.slice(0, at), pair.slice(at + 1));
}

function urlIn(text: string): string | null {
  try {
    const { url } = JSON.parse(text);
    return typeof url === 'string' ? url : null;
  } catch {
    return null;
  }
}
