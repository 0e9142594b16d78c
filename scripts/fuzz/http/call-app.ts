import { decidedSchema, type Decision, offeredApprovalSchema } from '#lib/contract/approvals.ts';
import { type ChatRequest, type TurnEvent, turnEventSchema } from '#lib/contract/chat.ts';
import { errorBodySchema, isErrorCode } from '#lib/contract/errors.ts';
import { keyedHash } from '#lib/kernel/cipher/keyed-hash.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { ModelPort } from '#lib/kernel/model-port.ts';
import { encodeSession, sessionCookieName } from '#lib/stages/identity/session-token.ts';
import type { Episode, Person } from '../episode/episode.ts';
import { addressOf } from '../episode/keep-out.ts';
import { EPISODE_HEADER } from './serve-routes.ts';

/** One request as this person's browser would send it. A refusal is thrown, as the code of its body. */
async function call(episode: Episode, person: Person, path: string, body?: object): Promise<Response> {
  const { routes } = episode.world;
  routes.listenTo(episode.modelName, episode.spoken);
  const response = await fetch(`${routes.url}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      'content-type': 'application/json',
      origin: routes.url,
      'sec-fetch-site': 'same-origin',
      cookie: `${sessionCookieName()}=${await encodeSession(person.session)}`,
      [EPISODE_HEADER]: episode.modelName,
      'x-forwarded-for': addressOf(episode),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (response.ok) return response;
  const { code } = errorBodySchema.parse(await response.json()).error;
  throw isErrorCode(code) ? new AppError(code) : new Error(`An answer with the unknown code ${code}`);
}

/** `POST /api/chat`, its events as they come. */
export async function chatOverHttp(
  episode: Episode,
  person: Person,
  body: ChatRequest,
  model: ModelPort,
): Promise<AsyncIterable<TurnEvent>> {
  const pseudonym = keyedHash('model-user', person.viewer.personId).toString('hex').slice(0, 32);
  // Its last word is the message's own, whatever the guards make of the rest.
  episode.world.models.answerAs(pseudonym, body.text.split(' ').at(-1) ?? '', model);
  return readEvents(await call(episode, person, '/api/chat', body));
}

async function* readEvents(response: Response): AsyncGenerator<TurnEvent> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of response.body ?? []) {
    rest += decoder.decode(chunk, { stream: true });
    const blocks = rest.split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = /^event: (.*)$/m.exec(block)?.[1];
      const data: unknown = JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? 'null');
      if (event) yield turnEventSchema.parse({ event, data });
    }
  }
}

/** `GET /api/approvals/:id` */
export async function openOverHttp(episode: Episode, person: Person, id: string) {
  return offeredApprovalSchema.parse(await (await call(episode, person, `/api/approvals/${id}`)).json());
}

/** `POST /api/approvals/:id` */
export async function decideOverHttp(episode: Episode, person: Person, id: string, decision: Decision) {
  return decidedSchema.parse(await (await call(episode, person, `/api/approvals/${id}`, decision)).json());
}
