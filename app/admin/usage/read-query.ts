import 'server-only';
import { type UsageQuery, usageQuerySchema } from '#lib/contract/usage.ts';

/** What the address asks for. A form sends its empty fields too; what makes no sense is left out, so that a page always shows. */
export function readQuery(params: Record<string, string | string[] | undefined>): UsageQuery {
  const given = Object.entries(params).filter(([, value]) => typeof value === 'string' && value !== '');
  const kept = given.filter(([name, value]) => usageQuerySchema.safeParse({ [name]: value }).success);
  const query = usageQuerySchema.parse(Object.fromEntries(kept));
  const { from, to, ...rest } = query;
  return from !== undefined && to !== undefined && from > to ? rest : query;
}
