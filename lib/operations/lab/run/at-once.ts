import 'server-only';

/**
 * Starts so many side by side, and gives back what each said, one after another: in the same order every time. Whoever waits for
 * `met` goes on when each of the others does so too, or is through: how fast a machine is decides nothing.
 */
export async function* atOnce<T>(
  times: number,
  start: (index: number, met: () => Promise<void>) => AsyncGenerator<T>,
): AsyncGenerator<T> {
  if (times === 1) return yield* start(0, () => Promise.resolve());
  const { promise, resolve } = Promise.withResolvers<void>();
  const here = new Set<number>();
  const arrive = (index: number): void => {
    if (here.add(index).size === times) resolve();
  };
  const one = async (index: number): Promise<T[]> => {
    const met = (): Promise<void> => {
      arrive(index);
      return promise;
    };
    try {
      return await Array.fromAsync(start(index, met));
    } finally {
      arrive(index);
    }
  };
  for (const said of await Promise.all(Array.from({ length: times }, (_, index) => one(index)))) yield* said;
}
