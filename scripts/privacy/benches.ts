/** What "npm run bench" can measure of this room. Loaded when asked for: what it measures needs a written database client. */
export const BENCHES = {
  export: async () => (await import('./bench-export.ts')).measureExport(),
} as const;
