import 'server-only';
import { isZero, num, read, rows, str, type Topic } from '../answer/read-result.ts';
import { bullets, paragraphs, type Voice } from '../answer/voice.ts';
import type { Row, Task } from '../types.ts';

/** What each meter has used of what is included. */
export function* answerUsage(task: Task, voice: Voice): Topic {
  const usage = yield* read('get_usage', query(task));
  const meters = rows(usage, 'meters');
  if (!usage || meters.length === 0) return voice.say('usage.none');
  return paragraphs(headText(usage, voice), bullets(meters.map((row) => meterLine(row, usage, voice))));
}

export function* answerProjection(task: Task, voice: Voice): Topic {
  const usage = yield* read('get_usage', query(task));
  const meters = rows(usage, 'meters');
  if (!usage || meters.length === 0) return voice.say('usage.none');
  return paragraphs(
    voice.say('usage.projection', { to: voice.day(str(usage, 'periodEnd')) }),
    bullets(meters.map((row) => projectionLine(row, voice))),
  );
}

/** Whether a limit is exceeded, what that costs, and whether it will be. */
export function* answerOverage(task: Task, voice: Voice): Topic {
  const usage = yield* read('get_usage', query(task));
  const meters = rows(usage, 'meters');
  if (!usage || meters.length === 0) return voice.say('usage.none');
  const over = meters.some((row) => (num(row, 'overage') ?? 0) > 0);
  const heading = meters.some((row) => (num(row, 'projectedOverage') ?? 0) > 0);
  const key = over ? 'overage.some' : heading ? 'overage.heading' : 'overage.none';
  const lines = meters.map((row) => {
    const price = str(row, 'pricePerUnit');
    return (
      meterLine(row, usage, voice) +
      (price === '' || isZero(price) ? '' : `.${voice.say('overage.price', { price })}`)
    );
  });
  return paragraphs(voice.say(key, { to: voice.day(str(usage, 'periodEnd')) }), bullets(lines));
}

function query(task: Task): Record<string, unknown> {
  return {
    ...(task.meter ? { meter: task.meter } : {}),
    ...(task.period ? { month: task.period.month ?? task.period.from.slice(0, 7) } : {}),
  };
}

function headText(usage: Row, voice: Voice): string {
  return voice.say(usage.finished === true ? 'usage.head_finished' : 'usage.head', {
    from: voice.day(str(usage, 'periodStart')),
    to: voice.day(str(usage, 'periodEnd')),
    n: num(usage, 'daysElapsed') ?? 0,
    total: num(usage, 'daysTotal') ?? 0,
  });
}

function slotsOf(row: Row, to: string, voice: Voice) {
  const value = (key: string) => voice.number(num(row, key) ?? 0);
  return {
    name: str(row, 'name'),
    // "GB" is said, "call" goes without saying.
    unit: str(row, 'unit') === 'GB' ? ' GB' : '',
    used: value('used'),
    included: value('included'),
    over: value('overage'),
    projected: value('projected'),
    before: value('previousUsed'),
    cost: str(row, 'costSoFar'),
    to,
  };
}

function meterLine(row: Row, usage: Row, voice: Voice): string {
  const finished = usage.finished === true;
  const slots = slotsOf(row, voice.day(str(usage, 'periodEnd')), voice);
  const isOver = (num(row, 'overage') ?? 0) > 0;
  return (
    voice.say(isOver ? 'usage.line_over' : 'usage.line', slots) +
    (slots.cost === '' || isZero(slots.cost) ? '' : voice.say('usage.cost', slots)) +
    (finished ? '' : projected(row, slots, voice)) +
    voice.say('usage.before', slots)
  );
}

/** Where the meter will stand at the end of the period, and what that costs. */
function projected(row: Row, slots: ReturnType<typeof slotsOf>, voice: Voice): string {
  const over = num(row, 'projectedOverage') ?? 0;
  const cost = str(row, 'projectedCost');
  if (over <= 0) return voice.say('usage.projected', slots);
  return (
    voice.say('usage.projected_over', { ...slots, over: voice.number(over) }) +
    (cost === '' || isZero(cost) ? '' : voice.say('usage.projected_cost', { cost }))
  );
}

function projectionLine(row: Row, voice: Voice): string {
  const slots = { ...slotsOf(row, '', voice), over: voice.number(num(row, 'projectedOverage') ?? 0) };
  const cost = str(row, 'projectedCost');
  const isOver = (num(row, 'projectedOverage') ?? 0) > 0;
  return (
    voice.say(isOver ? 'usage.projection_over' : 'usage.projection_line', slots) +
    (cost === '' || isZero(cost) ? '' : voice.say('usage.projection_cost', { cost }))
  );
}
