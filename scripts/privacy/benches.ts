/** What "npm run bench" can measure of this room. Loaded when asked for: what it measures needs a written database client. */
export const BENCHES = {
  export: {
    what: `A copy of 100,000 messages of one person, made in a process of its own, once with a heap of 80 MB and once with one that grows
  as it likes: its largest resident memory, beside what it had at its start, and how fast it is made. In a PostgreSQL of its own.`,
    measure: async () => (await import('./bench-export.ts')).measureExport(),
  },
} as const;
