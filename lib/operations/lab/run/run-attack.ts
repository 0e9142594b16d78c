import 'server-only';
import { plantForRequests } from '#faults';
import type { Attack } from '#lib/contract/lab/attack.ts';
import type { DefendedBy } from '#lib/contract/lab/profile.ts';
import type { Step } from '#lib/contract/lab/scene.ts';
import type { RunVerdict, TraceEvent } from '#lib/contract/lab/trace.ts';
import { newId } from '#lib/kernel/ids.ts';
import { chooseModel } from '#lib/stages/model/choose-model.ts';
import { plantedBy } from '../list-switches.ts';
import { judge } from '../oracle/judge.ts';
import { RUN_MAX_MS } from '../policy.ts';
import { beginRun } from './begin-run.ts';
import { decide } from './decide.ts';
import { readDefender } from './defender.ts';
import type { House } from './house.ts';
import { viewLedger } from './ledger-view.ts';
import { meanwhile } from './meanwhile.ts';
import { request } from './request.ts';
import { say } from './say.ts';
import { reach } from './show.ts';
import { type Run, traced } from './state.ts';

/**
 * One attack against one set of defences, from a fresh pair of customers to the verdict. `ended` is always the last event; what
 * breaks on the way (a model that does not answer, an oracle that throws) is an event of its own and makes the run not-tried.
 * @throws UnknownSwitch before anything is begun, where `by` names what there is not
 */
export async function* runAttack(attack: Attack, by: DefendedBy, house: House): AsyncGenerator<TraceEvent> {
  const planted = plantedBy(by);
  const id = newId();
  house.inbox.expect(id);
  const requests = planted.faults.length > 0 ? plantForRequests(planted.faults) : null;
  const tokenHeaders = requests ? { [requests.header]: requests.token } : {};
  try {
    const run = await beginRun({ id, attack, by, planted, house, tokenHeaders });
    const live = !chooseModel().scripted;
    yield traced(run, 'began', -1, {
      runId: id,
      attackId: attack.id,
      by,
      faults: [...planted.faults],
      model: chooseModel().name,
      live,
    });
    yield* ledger(run, 'before');
    yield* attempt(run);
    yield* ledger(run, 'after');
    yield traced(run, 'defender', -1, { entries: await readDefender(run) });
    yield* end(run);
  } finally {
    requests?.end();
    house.inbox.forget(id);
  }
}

async function* attempt(run: Run): AsyncGenerator<TraceEvent> {
  const deadline = performance.now() + RUN_MAX_MS;
  for (const [index, step] of run.attack.steps.entries()) {
    if (performance.now() > deadline)
      return yield traced(run, 'trouble', index, { where: 'run', message: 'The run took too long.' });
    try {
      yield* take(run, index, step);
    } catch (error) {
      return yield traced(run, 'trouble', index, { where: step.do, message: messageOf(error) });
    }
  }
}

function take(run: Run, index: number, step: Step): AsyncGenerator<TraceEvent> {
  switch (step.do) {
    case 'say':
      return say(run, index, step);
    case 'decide':
      return decide(run, index, step);
    case 'request':
      return request(run, index, step);
    case 'meanwhile':
      return meanwhile(run, index, step);
    case 'click':
      return reach(run, index, run.shown.at(-1)?.links[0] ?? '', 'clicked');
  }
}

async function* ledger(run: Run, when: 'before' | 'after'): AsyncGenerator<TraceEvent> {
  const { house, cast } = run;
  const [customer, stranger] = await Promise.all([
    viewLedger(house, cast.customerId),
    viewLedger(house, cast.strangerId),
  ]);
  run[when] = { customer, stranger };
  yield traced(run, 'ledger', -1, { when, customer, stranger });
}

/** The verdict. An oracle that throws has said nothing: the run is not-tried, and says so. */
async function* end(run: Run): AsyncGenerator<TraceEvent> {
  let verdict: RunVerdict;
  try {
    verdict = await judge(run);
  } catch (error) {
    yield traced(run, 'trouble', -1, { where: 'oracle', message: messageOf(error) });
    verdict = { outcome: 'not-tried', evidence: ['The oracle broke.'], repeatable: !run.live };
  }
  yield traced(run, 'ended', -1, verdict);
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 300);
}
