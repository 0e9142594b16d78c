import 'server-only';
import { PLANTS_FAULTS, withFaultsOf } from '#faults';
import type { ErrorCode } from '#lib/contract/errors.ts';
import { noteRefusal } from '#lib/commands/note-refusal.ts';
import { AppError, toAppError } from '#lib/kernel/errors.ts';
import { route } from '#lib/kernel/http.ts';
import { readSession } from '#lib/stages/identity/read-session.ts';
import { passDoor } from '../door.ts';

type Handler<Context> = (request: Request, context: Context, requestId: string) => Promise<Response>;

/** By route: refusals that what stands behind it writes down itself, in the transaction that decides them. */
const NOTED_BEHIND: Readonly<Partial<Record<string, readonly ErrorCode[]>>> = {
  approval: [
    'decided',
    'expired',
    'changed',
    'swapped',
    'no_longer_possible',
    'step_up_required',
    'rate_limited',
    'paused',
  ],
  switches: ['changed', 'step_up_required'],
  addresses: ['locks_out'],
  factor: ['step_up_required', 'rate_limited'],
  receipt: ['rate_limited'],
  exports: ['rate_limited'],
  handovers: ['rate_limited'],
  contest: ['rate_limited'],
};

/**
 * A route behind the door: the address it is asked from comes before everything else. Its refusals leave an audit entry each, in the
 * name of whoever the cookie says; at the door, where no cookie is looked at, of nobody.
 */
export function auditedRoute<Context = unknown>(name: string, handler: Handler<Context>) {
  const answer = route<Context>(async (request, context, requestId) => {
    try {
      await passDoor(request.headers);
    } catch (error) {
      const { code } = toAppError(error);
      if (code === 'address_refused') await noteRefusal(null, { code, route: name, requestId });
      throw error;
    }
    try {
      return await handler(request, context, requestId);
    } catch (error) {
      const { code } = toAppError(error);
      if (!NOTED_BEHIND[name]?.includes(code))
        await noteRefusal(await viewerOfCookie(), { code, route: name, requestId });
      throw error;
    }
  });
  if (!PLANTS_FAULTS) return answer;
  return (request: Request, context: Context) => withFaultsOf(request, () => answer(request, context));
}

/** Refuses, and notes, every method a route does not offer: `export const { GET, … } = refuseMethods('chat', 'POST')`. */
export function refuseMethods(name: string, ...offered: string[]) {
  const refused = () =>
    Promise.reject(new AppError('method_not_allowed', { headers: { Allow: offered.join(', ') } }));
  const handler = auditedRoute(name, refused);
  return { GET: handler, POST: handler, PUT: handler, PATCH: handler, DELETE: handler };
}

async function viewerOfCookie() {
  const session = await readSession().catch(() => null);
  return session && { personId: session.personId, role: session.role, homeTenantId: session.tenantId };
}
