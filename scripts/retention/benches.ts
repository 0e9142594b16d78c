/** What "npm run bench" can measure of this room. Loaded when asked for: what it measures needs a written database client. */
export const BENCHES = {
  retention: {
    what: `A million stored messages, of which retention removes 400,000, with keys, holds, receipts and audit entries, beside a plain DELETE
  of as many; and chat turns meanwhile, beside turns while nothing else runs. In a PostgreSQL of its own; takes some minutes.`,
    measure: async () => {
      const { inBenchWorld } = await import('#scripts/bench/bench-world.ts');
      return inBenchWorld(0, async ({ adminUrl }) =>
        (await import('./bench/measure-retention.ts')).measureRetention(adminUrl),
      );
    },
  },
} as const;
