import 'server-only';
import { fault } from '#faults';

/** Where a value belongs. Bound to the ciphertext as additional authenticated data, so it opens nowhere else. */
export type CipherContext = {
  readonly table: string;
  readonly column: string;
  readonly tenantId: string;
  readonly personId: string;
  readonly conversationId?: string;
  readonly messageId?: string;
  readonly role?: string;
  readonly sequence?: number;
};

const SCHEMA_VERSION = '1';
const LENGTH_BYTES = 4;
/** Lengths up to here are one ASCII character. */
const SHORT = 128;
const SHORT_LENGTHS = Array.from({ length: SHORT }, (_, length) => `\0\0\0${String.fromCharCode(length)}`);

/** Each field with its length before it: no two contexts encode alike, whatever their fields hold. */
export function encodeContext(context: CipherContext): Buffer {
  if (fault('context-not-bound')) return Buffer.alloc(0);
  const fields = [
    SCHEMA_VERSION,
    context.table,
    context.column,
    context.tenantId,
    context.personId,
    context.conversationId ?? '',
    context.messageId ?? '',
    context.role ?? '',
    String(context.sequence ?? ''),
  ];
  return encodeShort(fields) ?? encodeAny(fields);
}

/** All at once where every field is short and ASCII, as ids and names of columns are: the same bytes in a third of the time. */
function encodeShort(fields: readonly string[]): Buffer | null {
  let text = '';
  for (const field of fields) {
    const length = SHORT_LENGTHS[field.length];
    if (length === undefined) return null;
    text += length + field;
  }
  const bytes = Buffer.from(text, 'utf8');
  // Another length: a character took more than a byte.
  return bytes.length === text.length ? bytes : null;
}

function encodeAny(fields: readonly string[]): Buffer {
  const bytes = Buffer.allocUnsafe(
    fields.reduce((sum, field) => sum + LENGTH_BYTES + Buffer.byteLength(field), 0),
  );
  let at = 0;
  for (const field of fields) {
    const length = bytes.write(field, at + LENGTH_BYTES, 'utf8');
    bytes.writeUInt32BE(length, at);
    at += LENGTH_BYTES + length;
  }
  return bytes;
}

/** What data keys are for. The database knows the same (`data_key_scope_known`). */
export const DATA_KEY_SCOPES = ['conversation', 'person', 'tenant', 'case', 'export', 'hold'] as const;

/** What a data key is for; bound to its wrap, so that a key moved to another row does not unwrap. */
export type DataKeyContext = {
  readonly scope: (typeof DATA_KEY_SCOPES)[number];
  readonly scopeId: string;
  readonly tenantId: string;
  readonly personId: string;
};
