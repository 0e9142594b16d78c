import 'server-only';
import { makeCast } from './cast.ts';
import { readForeign } from './fill.ts';
import type { Run } from './state.ts';

/** The customers and the empty records of a run. */
export async function beginRun(
  begun: Pick<Run, 'id' | 'attack' | 'by' | 'planted' | 'house' | 'tokenHeaders'>,
): Promise<Run> {
  const { id, attack, house } = begun;
  const cast = await makeCast(attack, (text) => text.replaceAll('{inbox}', house.inbox.addressOf(id)));
  return {
    ...begun,
    cast,
    pagePolicy: await house.pagePolicy(),
    foreign: await readForeign(house, cast.strangerId),
    foreignConversation: null,
    known: new Set(),
    typed: [],
    prompts: [],
    toViewer: [],
    toProvider: [],
    rounds: [],
    tools: [],
    shown: [],
    refusals: [],
    cards: [],
    nonces: [],
    decided: [],
    requested: [],
    conversations: new Map(),
    last: {},
    secrets: new Map(),
    atOnce: 0,
    turns: 0,
    before: null,
    after: null,
    live: false,
    seq: 0,
  };
}
