import { type Answered, read } from '#components/chat/wire/requests.ts';
import {
  type Desk,
  deskSchema,
  type HandedIn,
  handedInSchema,
  type Joined,
  joinedSchema,
  type Reset,
} from '#lib/contract/lab/class.ts';
import type { Flag } from '../wire/post-run.ts';

function post(body: unknown): RequestInit {
  return { method: 'POST', body: JSON.stringify(body) };
}

/** Joins the class that is open; the answer sets the player's cookie. */
export function joinClass(code: string, name: string): Promise<Answered<Joined>> {
  return read(joinedSchema, '/api/lab/class/join', post({ code, name }));
}

export function handIn(flag: Flag): Promise<Answered<HandedIn>> {
  return read(handedInSchema, '/api/lab/class/flags', post(flag));
}

/** Freezes the board, or lets it go on. For trainers. */
export function setFrozen(frozen: boolean): Promise<Answered<Desk>> {
  return read(deskSchema, '/api/lab/class/freeze', post({ frozen }));
}

/** Lets one player, everybody or a new group begin anew. For trainers. */
export function reset(what: Reset): Promise<Answered<Desk>> {
  return read(deskSchema, '/api/lab/class/reset', post(what));
}
