/** Lets work through side by side, or one that wants to be alone: while the database is restarted nobody else may be at it. */
export type Gate = {
  /** Beside others, after whoever is alone. */
  readonly beside: <T>(work: () => Promise<T>) => Promise<T>;
  /** With nobody beside it: those inside are waited for, those who come wait. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
};

export function createGate(): Gate {
  let inside = 0;
  let last: Promise<void> = Promise.resolve();
  let emptied: (() => void) | null = null;

  async function beside<T>(work: () => Promise<T>): Promise<T> {
    for (let waited: Promise<void> | null = null; waited !== last;) {
      waited = last;
      await waited;
    }
    inside += 1;
    try {
      return await work();
    } finally {
      inside -= 1;
      if (inside === 0) emptied?.();
    }
  }

  async function alone<T>(work: () => Promise<T>): Promise<T> {
    const before = last;
    const { promise, resolve } = Promise.withResolvers<void>();
    last = promise;
    await before;
    if (inside > 0) await new Promise<void>((empty) => (emptied = empty));
    emptied = null;
    try {
      return await work();
    } finally {
      resolve();
    }
  }

  return { beside, alone };
}
