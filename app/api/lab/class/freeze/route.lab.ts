import { CLASS_BODY_MAX_BYTES, deskSchema, freezeSchema } from '#lib/contract/lab/class.ts';
import { checkOrigin, jsonResponse, readJson } from '#lib/kernel/http.ts';
import { freezeClass } from '#lib/operations/lab/class/move-class.ts';
import { readDesk } from '#lib/operations/lab/class/read-desk.ts';
import { requireTrainer } from '../../../../lab/lab-viewer.ts';
import { labRoute, otherMethods } from '../../lab-route.ts';

export const { GET, PUT, PATCH, DELETE } = otherMethods('POST');

/** The trainer lets everything stand still, or go on. */
export const POST = labRoute(async (request) => {
  checkOrigin(request);
  await requireTrainer();
  const { frozen } = await readJson(request, freezeSchema, CLASS_BODY_MAX_BYTES);
  await freezeClass(frozen);
  return jsonResponse(deskSchema, await readDesk());
});
