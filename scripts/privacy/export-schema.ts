import { z } from 'zod';
import { EXPORT_SCHEMA_PATH, exportFileSchema } from '#lib/contract/export-file.ts';

/** Served as it is, at the address that every copy names. */
export const SCHEMA_FILE = `public${EXPORT_SCHEMA_PATH}`;

/** The published JSON Schema of `export.json`, from the schema that the application itself parses by. */
export function renderExportSchema(): string {
  const schema = z.toJSONSchema(exportFileSchema, { io: 'output', unrepresentable: 'any' });
  const head = { title: 'Everything about one person', description: 'export.json of a copy of one’s data' };
  return `${JSON.stringify({ ...schema, ...head }, null, 2)}\n`;
}
