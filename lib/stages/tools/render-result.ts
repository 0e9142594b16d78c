import 'server-only';
import { formatMoney, moneySchema } from '#lib/contract/money.ts';
import type { HandleBook, HandleKind } from '#lib/kernel/ports.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * A DTO as the model reads it: amounts as display strings in the tenant's locale (the model copies, never computes),
 * ledger ids replaced by handles of this conversation, every other id and every null dropped.
 */
export function renderResult(value: unknown, handles: HandleBook, locale: string): unknown {
  if (Array.isArray(value)) return value.map((item) => renderResult(item, handles, locale));
  if (typeof value !== 'object' || value === null) return value;
  const money = moneySchema.safeParse(value);
  if (money.success) return formatMoney(money.data, locale);
  return renderObject(value, handles, locale);
}

function renderObject(value: object, handles: HandleBook, locale: string): Record<string, unknown> {
  const rendered: Record<string, unknown> = {};
  const named = nameOf(value);
  if (named) rendered.handle = handles.mint(named.kind, named.id, named.label);
  for (const [key, item] of Object.entries(value)) {
    if (item === null || item === undefined) continue;
    if (key === 'duplicateOfLineId' && typeof item === 'string')
      rendered.duplicateOf = handles.mint('line', item, 'line');
    else if (typeof item === 'string' && UUID.test(item)) continue;
    else rendered[key] = renderResult(item, handles, locale);
  }
  return rendered;
}

/** What kind of ledger object this is, told by the fields that only that kind has. */
function nameOf(value: object): { kind: HandleKind; id: string; label: string } | null {
  if (!('id' in value) || typeof value.id !== 'string') return null;
  const { id } = value;
  if ('number' in value && 'issuedOn' in value) return { kind: 'invoice', id, label: String(value.number) };
  if ('attempts' in value && 'invoiceNumber' in value)
    return { kind: 'payment', id, label: String(value.invoiceNumber) };
  if ('kind' in value && 'quantity' in value && 'description' in value)
    return { kind: 'line', id, label: String(value.description).slice(0, 80) };
  return null;
}
