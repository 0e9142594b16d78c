import { measureExport } from './bench-export.ts';

/** What "npm run bench" can measure of this room. */
export const BENCHES = { export: measureExport } as const;
