import { deskSchema } from '#lib/contract/lab/class.ts';
import { jsonResponse } from '#lib/kernel/http.ts';
import { readDesk } from '#lib/operations/lab/class/read-desk.ts';
import { requireTrainer } from '../../../lab/lab-viewer.ts';
import { labRoute, otherMethods } from '../lab-route.ts';

export const { POST, PUT, PATCH, DELETE } = otherMethods('GET');

/** The trainer's desk: the way in, and who is there. */
export const GET = labRoute(async () => {
  await requireTrainer();
  return jsonResponse(deskSchema, await readDesk());
});
