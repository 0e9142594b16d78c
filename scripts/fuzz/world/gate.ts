/** Lets work through side by side, or one that wants to be alone: while the database is restarted nobody else may be at it. */
export class Gate {
  #inside = 0;
  #alone: Promise<void> = Promise.resolve();
  #emptied: (() => void) | null = null;

  /** Beside others, after whoever is alone. */
  async beside<T>(work: () => Promise<T>): Promise<T> {
    for (let waited: Promise<void> | null = null; waited !== this.#alone;) {
      waited = this.#alone;
      await waited;
    }
    this.#inside += 1;
    try {
      return await work();
    } finally {
      this.#inside -= 1;
      if (this.#inside === 0) this.#emptied?.();
    }
  }

  /** With nobody beside it: those inside are waited for, those who come wait. */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    const before = this.#alone;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#alone = promise;
    await before;
    if (this.#inside > 0) await new Promise<void>((empty) => (this.#emptied = empty));
    this.#emptied = null;
    try {
      return await work();
    } finally {
      resolve();
    }
  }
}
