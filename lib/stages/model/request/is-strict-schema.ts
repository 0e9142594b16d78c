import 'server-only';

/** The keywords that every provider with strict schemas takes. Of the others some are refused, by some. */
const KEYWORDS = new Set([
  'type',
  'properties',
  'required',
  'additionalProperties',
  'description',
  'enum',
  'items',
]);

/**
 * Whether a schema may be called strict: every property required, no others allowed, no keyword that is not in every list.
 * Source: https://platform.openai.com/docs/guides/structured-outputs (supported schemas).
 */
export function isStrictSchema(schema: unknown): boolean {
  if (!isRecord(schema) || !Object.keys(schema).every((key) => KEYWORDS.has(key))) return false;
  if (schema.items !== undefined && !isStrictSchema(schema.items)) return false;
  if (schema.type !== 'object') return typeof schema.type === 'string';
  const properties = isRecord(schema.properties) ? schema.properties : {};
  const required = Array.isArray(schema.required) ? schema.required : [];
  return (
    schema.additionalProperties === false &&
    Object.keys(properties).every((name) => required.includes(name)) &&
    Object.values(properties).every(isStrictSchema)
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
