import { reverseRequestSchema, reverseResultSchema } from '#lib/contract/lab/level.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { checkOrigin, jsonResponse, readJson } from '#lib/kernel/http.ts';
import { shippedCatalogue } from '#lib/operations/lab/catalogue/shipped.ts';
import { countPress } from '#lib/operations/lab/class/count-press.ts';
import { flagOf, handIn } from '#lib/operations/lab/class/flags.ts';
import { takeReverse } from '#lib/operations/lab/class/run-slots.ts';
import { UnknownSwitch } from '#lib/operations/lab/list-switches.ts';
import { tryDefences } from '#lib/operations/lab/run/try-defences.ts';
import { startKillSwitch } from '#lib/stages/admission/kill-switch.ts';
import { openHouse } from '../../../lab/house.ts';
import { labViewer } from '../../../lab/lab-viewer.ts';
import { labRoute, otherMethods } from '../lab-route.ts';

const REVERSE_BODY_MAX_BYTES = 8_000;

export const { GET, PUT, PATCH, DELETE } = otherMethods('POST');

/** The whole pack and the honest tasks under the defences that somebody chose. Solving it stands on the board at once. */
export const POST = labRoute(async (request) => {
  checkOrigin(request);
  const player = await labViewer();
  const { keeps } = await readJson(request, reverseRequestSchema, REVERSE_BODY_MAX_BYTES);
  await countPress(player, 'reverse');
  await startKillSwitch();
  const leave = takeReverse();
  try {
    const result = await tryDefences(keeps, shippedCatalogue().attacks, await openHouse());
    if (result.solved) await handIn(player, 'reverse', flagOf(player, 'reverse'));
    return jsonResponse(reverseResultSchema, result);
  } catch (error) {
    if (error instanceof UnknownSwitch) throw new AppError('malformed');
    throw error;
  } finally {
    leave();
  }
});
