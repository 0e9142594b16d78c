import { profileNameSchema } from '#lib/contract/lab/profile.ts';
import {
  REDTEAM_BODY_MAX_BYTES,
  redteamAnswerSchema,
  redteamRequestSchema,
} from '#lib/contract/lab/redteam.ts';
import { bearerMatches } from '#lib/kernel/bearer.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { jsonResponse, readJson } from '#lib/kernel/http.ts';
import { labSettings } from '#lib/operations/lab/lab-settings.ts';
import { answerMessage } from '#lib/operations/lab/redteam/answer-message.ts';
import { withinLimits } from '#lib/operations/lab/redteam/within-limits.ts';
import { startKillSwitch } from '#lib/stages/admission/kill-switch.ts';
import { startTurn } from '#lib/turn.ts';
import { labRoute, otherMethods } from '../../../../lab/lab-route.ts';

export const { GET, PUT, PATCH, DELETE } = otherMethods('POST');

/** For promptfoo, garak and PyRIT as they are: a message in, an answer out, against the defences of a profile. */
export const POST = labRoute(async (request, _context, requestId) => {
  if (!bearerMatches(request, labSettings().LAB_KEY)) throw new AppError('no_session');
  const profile = profileNameSchema.safeParse(
    new URL(request.url).searchParams.get('profile') ?? 'everything',
  );
  if (!profile.success) throw new AppError('malformed');
  const { message, sessionId } = await readJson(request, redteamRequestSchema, REDTEAM_BODY_MAX_BYTES);
  await startKillSwitch();
  const asked = { message, sessionId: sessionId || null, profile: profile.data, requestId };
  return jsonResponse(redteamAnswerSchema, await withinLimits(() => answerMessage(asked, startTurn)));
});
