import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { runTurn } from '#e2e/fixtures/run-turn.ts';

/** People who chat, one turn after the other, and how long each turn takes them in milliseconds. */
export type ChatLoad = {
  run(turns: number): Promise<number[]>;
  runUntil(isDone: () => boolean): Promise<number[]>;
};

/** A person may ask ten times a minute; a measurement takes less than one. */
const TURNS_EACH = 8;
/** As somebody who reads before they go on: the machine is not full. */
const PAUSE_MS = 20;

/** @param turns about how many turns will be run; there are people for four times as many */
export async function openChats(turns: number): Promise<ChatLoad> {
  const people: Person[] = [];
  for (let count = 0; count < (turns * 4) / TURNS_EACH; count += 1) people.push(await makePerson());
  let next = 0;
  const turn = async (): Promise<number> => {
    const person = people[Math.floor(next / TURNS_EACH) % people.length];
    if (!person) throw new RangeError('Nobody chats');
    next += 1;
    const startedMs = performance.now();
    const { done } = await runTurn(person, { text: 'Why is my latest invoice higher than the one before?' });
    if (done.finish !== 'stop') throw new Error(`A turn ended as ${done.finish}`);
    return performance.now() - startedMs;
  };
  const runUntil = async (isDone: () => boolean): Promise<number[]> => {
    const times: number[] = [];
    while (!isDone()) {
      times.push(await turn());
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    return times;
  };
  return {
    runUntil,
    run(wanted) {
      let left = wanted;
      return runUntil(() => left-- <= 0);
    },
  };
}
