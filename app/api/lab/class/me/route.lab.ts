import { labMeSchema } from '#lib/contract/lab/class.ts';
import { jsonResponse } from '#lib/kernel/http.ts';
import { listSolved } from '#lib/operations/lab/class/list-solved.ts';
import { labViewer } from '../../../../lab/lab-viewer.ts';
import { labRoute, otherMethods } from '../../lab-route.ts';

export const { POST, PUT, PATCH, DELETE } = otherMethods('GET');

/** Who one is in the lab, and what one has solved. */
export const GET = labRoute(async () => {
  const { kind, name, isFrozen, playerId } = await labViewer();
  return jsonResponse(labMeSchema, { kind, name, isFrozen, solved: await listSolved(playerId) });
});
