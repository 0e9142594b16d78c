import { renderExportSchema, SCHEMA_FILE } from './export-schema.ts';

/** What "npm run claims" writes for this room. */
export const PAGES = [{ path: SCHEMA_FILE, render: renderExportSchema }] as const;
