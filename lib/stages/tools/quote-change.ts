import 'server-only';
import type { BillingReader, ChangeRequest } from '#lib/kernel/ports.ts';
import type { Lookup } from './lookups.ts';
import { CHANGE_PROBLEMS } from './problems.ts';
import type { ParsedRead } from './parse-arguments.ts';

type Asked = Extract<ParsedRead, { name: 'quote_change' }>['args'];

/** What a change would mean, worked out as a proposal would be, and proposed to nobody. */
export async function quoteChange(reader: BillingReader, asked: Asked): Promise<Lookup> {
  const request = requestOf(asked);
  if (!request) return 'bad_arguments';
  const draft = await reader.quote(request);
  if (typeof draft === 'string')
    return {
      summary: CHANGE_PROBLEMS[draft].summary,
      data: { possible: false, why: CHANGE_PROBLEMS[draft].hint },
    };
  const { title, lines } = draft;
  return {
    summary: 'Worked out what that would change',
    data: { possible: true, change: title, lines },
    card: { type: 'quote', title, lines },
  };
}

function requestOf({ what, plan, count }: Asked): ChangeRequest | null {
  switch (what) {
    case 'change_plan':
      return plan ? { tool: what, plan } : null;
    case 'add_seats':
      return { tool: 'change_seats', change: 'add', count: count ?? 1 };
    case 'remove_seats':
      return { tool: 'change_seats', change: 'remove', count: count ?? 1 };
    default:
      return { tool: what };
  }
}
