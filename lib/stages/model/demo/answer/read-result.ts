import 'server-only';
import type { Row, ToolCall, ToolReply } from '../types.ts';

/** A topic asks for look-ups and, once it has their results, returns the answer's text. */
export type Topic = Generator<ToolCall[], string, ToolReply[]>;
export type Lookup<T> = Generator<ToolCall[], T, ToolReply[]>;

/** One look-up; null where there is nothing or it was refused. */
export function* read(name: string, args: Record<string, unknown> = {}): Lookup<Row | null> {
  const [row] = yield* readAll([{ name, args }]);
  return row ?? null;
}

/** Several look-ups at once, in the order given. */
export function* readAll(calls: ToolCall[]): Lookup<(Row | null)[]> {
  const replies = yield calls;
  return calls.map((_, at) => {
    const reply = replies[at];
    return reply?.ok ? reply.result : null;
  });
}

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text at this field, or ''. */
export function str(row: Row | null | undefined, key: string): string {
  const value = row?.[key];
  return typeof value === 'string' ? value : '';
}

/** The number at this field, or null. */
export function num(row: Row | null | undefined, key: string): number | null {
  const value = row?.[key];
  return typeof value === 'number' ? value : null;
}

export function sub(row: Row | null | undefined, key: string): Row | null {
  const value = row?.[key];
  return isRow(value) ? value : null;
}

export function rows(row: Row | null | undefined, key: string): Row[] {
  const value = row?.[key];
  return Array.isArray(value) ? value.filter(isRow) : [];
}

export function texts(row: Row | null | undefined, key: string): string[] {
  const value = row?.[key];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/** The size of a display amount in minor units, with its sign. */
export function minorOf(money: string): number {
  const digits = Number(money.replace(/\D/g, '') || '0');
  return /[-−]/.test(money) ? -digits : digits;
}

export function isZero(money: string): boolean {
  return minorOf(money) === 0;
}

/** The same amount without its sign, for "€5.00 less". */
export function unsigned(money: string): string {
  return money.replace(/[-−]\s?/, '');
}
