import { CLASS_BODY_MAX_BYTES, deskSchema, resetSchema } from '#lib/contract/lab/class.ts';
import { checkOrigin, jsonResponse, readJson } from '#lib/kernel/http.ts';
import { resetClass } from '#lib/operations/lab/class/move-class.ts';
import { readDesk } from '#lib/operations/lab/class/read-desk.ts';
import { requireTrainer } from '../../../../lab/lab-viewer.ts';
import { labRoute, otherMethods } from '../../lab-route.ts';

export const { GET, PUT, PATCH, DELETE } = otherMethods('POST');

/** One player begins anew, or all of them, or the next group comes in. */
export const POST = labRoute(async (request) => {
  checkOrigin(request);
  await requireTrainer();
  await resetClass(await readJson(request, resetSchema, CLASS_BODY_MAX_BYTES));
  return jsonResponse(deskSchema, await readDesk());
});
