import 'server-only';

/** Starts so many side by side, and gives back what each said, one after another: in the same order every time. */
export async function* atOnce<T>(
  times: number,
  start: (index: number) => AsyncGenerator<T>,
): AsyncGenerator<T> {
  if (times === 1) return yield* start(0);
  const all = await Promise.all(Array.from({ length: times }, (_, index) => gather(start(index))));
  for (const one of all) yield* one;
}

async function gather<T>(events: AsyncGenerator<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const event of events) all.push(event);
  return all;
}
