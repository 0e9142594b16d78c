import { flagEventSchema } from '#lib/contract/lab/class.ts';
import { type RunRequest, runRequestSchema, type TraceEvent } from '#lib/contract/lab/trace.ts';
import { eventStream, type WireEvent } from '#lib/kernel/event-stream.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { checkOrigin, readJson } from '#lib/kernel/http.ts';
import { findAttack } from '#lib/operations/lab/catalogue/shipped.ts';
import { challengeOf } from '#lib/operations/lab/class/challenge-of.ts';
import { countPress } from '#lib/operations/lab/class/count-press.ts';
import { flagOf } from '#lib/operations/lab/class/flags.ts';
import type { LabViewer } from '#lib/operations/lab/class/read-player.ts';
import { takeSlot } from '#lib/operations/lab/class/run-slots.ts';
import { switchesOf, UnknownSwitch } from '#lib/operations/lab/list-switches.ts';
import { RUN_MAX_MS } from '#lib/operations/lab/policy.ts';
import { ownWords } from '#lib/operations/lab/run/own-words.ts';
import { runAttack } from '#lib/operations/lab/run/run-attack.ts';
import { startKillSwitch } from '#lib/stages/admission/kill-switch.ts';
import { openHouse } from '../../../lab/house.ts';
import { labViewer } from '../../../lab/lab-viewer.ts';
import { labRoute, otherMethods } from '../lab-route.ts';

/** What somebody typed, six times over, with room. */
const RUN_BODY_MAX_BYTES = 250_000;

export const { GET, PUT, PATCH, DELETE } = otherMethods('POST');

/** One attack against one set of defences: its trace as it happens and, where a challenge is met by it, the player's own flag. */
export const POST = labRoute(async (request) => {
  checkOrigin(request);
  const player = await labViewer();
  const asked = await readJson(request, runRequestSchema, RUN_BODY_MAX_BYTES);
  await countPress(player, 'run');
  await startKillSwitch();
  const left = new AbortController();
  request.signal.addEventListener('abort', () => left.abort(), { once: true });
  if (request.signal.aborted) left.abort();
  const trace = await begin(asked);
  const leave = await takeSlot(player.playerId, left.signal);
  return eventStream(tell(trace, asked, player, leave), left, { mostMs: RUN_MAX_MS * 3 });
});

/** Nothing has run yet: what can't be is refused before the stream begins. */
async function begin({ what, by }: RunRequest): Promise<AsyncGenerator<TraceEvent>> {
  try {
    switchesOf(by);
  } catch (error) {
    if (error instanceof UnknownSwitch) throw new AppError('malformed');
    throw error;
  }
  if ('typed' in what) return runAttack(ownWords(what.typed, what.plant), by, await openHouse());
  const attack = findAttack(what.attack);
  if (!attack) throw new AppError('not_found');
  return runAttack(attack, by, await openHouse());
}

async function* tell(
  trace: AsyncGenerator<TraceEvent>,
  { by }: RunRequest,
  player: LabViewer,
  leave: () => void,
): AsyncGenerator<WireEvent> {
  try {
    let last: TraceEvent | null = null;
    for await (const event of trace) {
      last = event;
      yield { event: 'trace', data: event };
    }
    const challenge = last?.kind === 'ended' && last.data.outcome === 'landed' ? challengeOf(by) : null;
    if (challenge)
      yield { event: 'flag', data: flagEventSchema.parse({ challenge, flag: flagOf(player, challenge) }) };
  } finally {
    leave();
  }
}
