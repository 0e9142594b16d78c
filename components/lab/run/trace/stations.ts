import type { TraceEvent, TraceKind } from '#lib/contract/lab/trace.ts';

/**
 * The stations of a trace, in the order of the walk: rows of the page. `repeats`: the walk passes it once for each time the
 * model is asked.
 */
export const STATIONS = {
  typed: { label: 'What was typed' },
  request: { label: 'A request that no page of ours sends' },
  meanwhile: { label: 'Meanwhile' },
  before: { label: 'Checks before the model' },
  prompt: { label: 'The prompt, exactly as sent', repeats: true },
  model: { label: 'What the model tried', repeats: true },
  tools: { label: 'Tool calls', repeats: true },
  cards: { label: 'Changes proposed' },
  decided: { label: 'Decisions' },
  after: { label: 'Checks after the model' },
  left: { label: 'What left the server' },
  inbox: { label: 'Attacker’s inbox' },
  defender: { label: 'What the defender sees' },
  trouble: { label: 'What went wrong' },
} as const satisfies Record<string, { label: string; repeats?: true }>;
export type Station = keyof typeof STATIONS;
const ORDER = Object.keys(STATIONS);

/** Where each kind of event belongs; the others are told beside the trace. Verdicts of stages belong before or after the model. */
const PLACE: Partial<Record<TraceKind, Station>> = {
  typed: 'typed',
  request: 'request',
  answer: 'request',
  meanwhile: 'meanwhile',
  prompt: 'prompt',
  model: 'model',
  tool: 'tools',
  card: 'cards',
  decided: 'decided',
  left: 'left',
  shown: 'left',
  inbox: 'inbox',
  defender: 'defender',
  trouble: 'trouble',
};

/** Where an event stands: step of the attack, how often the model was asked before, station. */
export type Place = { step: number; round: number; station: Station };

/** Comes after every step: what is told once, at the end. */
const AT_THE_END = 1_000;

/** The place of each event of one trace that has one. */
export function placeEvents(events: readonly TraceEvent[]): { event: TraceEvent; place: Place }[] {
  let [step, round, wasAsked] = [-1, 0, false];
  return events.flatMap((event) => {
    if (event.step !== step || event.kind === 'typed') [step, round, wasAsked] = [event.step, 0, false];
    if (event.kind === 'prompt') [round, wasAsked] = [event.data.round, true];
    if (event.kind === 'model') round = event.data.round;
    const station = event.kind === 'stage' ? (wasAsked ? 'after' : 'before') : PLACE[event.kind];
    if (!station) return [];
    const isLast = station === 'defender' || (station === 'inbox' && event.step < 0);
    return [
      { event, place: { step: isLast ? AT_THE_END : step, round: repeats(station) ? round : 0, station } },
    ];
  });
}

function repeats(station: Station): boolean {
  return 'repeats' in STATIONS[station];
}

/** Rounds of one step stay together: prompt, model, tools, prompt again. */
export function comparePlaces(one: Place, other: Place): number {
  if (one.step !== other.step) return one.step - other.step;
  if (repeats(one.station) && repeats(other.station) && one.round !== other.round)
    return one.round - other.round;
  return ORDER.indexOf(one.station) - ORDER.indexOf(other.station);
}

export function idOf({ step, round, station }: Place): string {
  return `${step}-${station}-${round}`;
}
