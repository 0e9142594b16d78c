import { boardSchema } from '#lib/contract/lab/class.ts';
import { jsonResponse } from '#lib/kernel/http.ts';
import { readBoard } from '#lib/operations/lab/class/read-board.ts';
import { labViewer } from '../../../../lab/lab-viewer.ts';
import { labRoute, otherMethods } from '../../lab-route.ts';

export const { POST, PUT, PATCH, DELETE } = otherMethods('GET');

/** Who has solved what. */
export const GET = labRoute(async () => {
  await labViewer();
  return jsonResponse(boardSchema, await readBoard());
});
