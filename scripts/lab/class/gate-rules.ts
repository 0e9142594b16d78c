import { PLAYER_COOKIE } from '#lib/operations/lab/class/policy.ts';

/** What the class may ask the app for, by method: the lab, its routes for players, and what pages are made of. */
const OPEN: Readonly<Record<string, readonly RegExp[]>> = {
  GET: [
    /^\/lab(?:\/[a-z0-9/-]*)?$/,
    /^\/api\/lab\/(?:catalogue|defences|levels|matrix|class\/(?:me|board))$/,
    /^\/_next\/static\/[\w./~@()[\]-]+$/,
    /^\/icon\.svg$/,
  ],
  POST: [/^\/api\/lab\/(?:runs|reverse|class\/(?:join|flags))$/],
};

/** Where the class's code is said, and could be guessed. */
export const JOIN_PATH = '/api/lab/class/join';

/** Pages of the trainer's own: they show the way in, or who is who. */
const TRAINERS = /^\/lab\/(?:projector|class)(?:\/|$)/;

/** Headers that a page of ours or the framework sends; everything else of a request stays outside. */
const PASSED = [
  'accept',
  'accept-language',
  'content-type',
  'content-length',
  'user-agent',
  'sec-fetch-site',
  'sec-fetch-mode',
  'sec-fetch-dest',
  'rsc',
  'next-router-state-tree',
  'next-router-prefetch',
  'next-router-segment-prefetch',
  'next-url',
  'if-none-match',
] as const;

/** Longest body that is let through: what somebody typed, with room. */
export const GATE_BODY_MAX_BYTES = 256_000;

/** Requests a second that go on, and how many may come at once: of one player, of one address, of an address that has not joined. */
export const GATE_LIMITS = {
  player: { aSecond: 15, atOnce: 80 },
  address: { aSecond: 600, atOnce: 1_500 },
  join: { aSecond: 2, atOnce: 60 },
} as const;

export type GateVerdict =
  | { readonly to: 'app'; readonly path: string; readonly player: string | null }
  | { readonly to: 'join' }
  | { readonly to: 'nowhere' };

/** Where a request of the class leads. `url` is the request line's; nothing that it spells twice over survives. */
export function judgeRequest(method: string, url: string, cookies: string | undefined): GateVerdict {
  const parsed = url.startsWith('/') && !url.startsWith('//') ? URL.parse(url, 'http://gate') : null;
  if (!parsed || /%2f|%5c|\\/i.test(url)) return { to: 'nowhere' };
  const { pathname: path, search } = parsed;
  if (path === '/') return { to: 'join' };
  const isOpen = (OPEN[method === 'HEAD' ? 'GET' : method] ?? []).some((pattern) => pattern.test(path));
  if (!isOpen || TRAINERS.test(path)) return { to: 'nowhere' };
  const player = playerCookieOf(cookies);
  const isPage = path.startsWith('/lab') && path !== '/lab/join';
  if (isPage && player === null) return { to: 'join' };
  return { to: 'app', path: `${path}${search}`, player };
}

/** The value of the one cookie that goes through, or null. */
export function playerCookieOf(cookies: string | undefined): string | null {
  for (const pair of (cookies ?? '').split(';')) {
    const [name, value] = pair.trim().split('=');
    if (name === PLAYER_COOKIE && value && /^[\w.-]{1,120}$/.test(value)) return value;
  }
  return null;
}

/**
 * The headers that go on to the app at `origin`: those of the list, the player's cookie alone, and our own origin in place of
 * the gate's.
 */
export function passedHeaders(
  given: Readonly<Record<string, string | string[] | undefined>>,
  origin: string,
): Record<string, string> {
  const passed: Record<string, string> = { host: new URL(origin).host };
  for (const name of PASSED) {
    const value = given[name];
    if (typeof value === 'string') passed[name] = value;
  }
  const player = playerCookieOf(typeof given.cookie === 'string' ? given.cookie : undefined);
  if (player !== null) passed.cookie = `${PLAYER_COOKIE}=${player}`;
  if (given.origin !== undefined) passed.origin = origin;
  passed['x-lab-gate'] = '1';
  return passed;
}

/** The cookies of an answer that may leave: the player's. */
export function passedCookies(lines: readonly string[] | undefined): string[] {
  return (lines ?? []).filter((line) => line.startsWith(`${PLAYER_COOKIE}=`));
}
