import { cookies } from 'next/headers';
import { CLASS_BODY_MAX_BYTES, joinedSchema, joinSchema } from '#lib/contract/lab/class.ts';
import { checkOrigin, jsonResponse, readJson } from '#lib/kernel/http.ts';
import { joinClass } from '#lib/operations/lab/class/join-class.ts';
import { playerCookie } from '#lib/operations/lab/class/player-cookie.ts';
import { PLAYER_COOKIE, PLAYER_COOKIE_MAX_AGE_S } from '#lib/operations/lab/class/policy.ts';
import { labRoute, otherMethods } from '../../lab-route.ts';

export const { GET, PUT, PATCH, DELETE } = otherMethods('POST');

/** Lets somebody with the class's code in. Their cookie opens the lab and nothing else. */
export const POST = labRoute(async (request) => {
  checkOrigin(request);
  const { code, name } = await readJson(request, joinSchema, CLASS_BODY_MAX_BYTES);
  const joining = await joinClass(code, name);
  if ('refusal' in joining) return jsonResponse(joinedSchema, { joined: false, why: joining.refusal });
  (await cookies()).set(PLAYER_COOKIE, playerCookie(joining.playerId), {
    httpOnly: true,
    sameSite: 'strict',
    path: '/',
    maxAge: PLAYER_COOKIE_MAX_AGE_S,
  });
  return jsonResponse(joinedSchema, { joined: true, name: joining.name });
});
