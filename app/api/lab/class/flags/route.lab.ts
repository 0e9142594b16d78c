import { CLASS_BODY_MAX_BYTES, handedInSchema, handInSchema } from '#lib/contract/lab/class.ts';
import { checkOrigin, jsonResponse, readJson } from '#lib/kernel/http.ts';
import { countPress } from '#lib/operations/lab/class/count-press.ts';
import { handIn } from '#lib/operations/lab/class/flags.ts';
import { labViewer } from '../../../../lab/lab-viewer.ts';
import { labRoute, otherMethods } from '../../lab-route.ts';

export const { GET, PUT, PATCH, DELETE } = otherMethods('POST');

/** A flag is handed in. */
export const POST = labRoute(async (request) => {
  checkOrigin(request);
  const player = await labViewer();
  await countPress(player, 'flag');
  const { challenge, flag } = await readJson(request, handInSchema, CLASS_BODY_MAX_BYTES);
  return jsonResponse(handedInSchema, await handIn(player, challenge, flag));
});
