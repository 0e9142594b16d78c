import 'server-only';
import { AppError } from '#lib/kernel/errors.ts';
import { route } from '#lib/kernel/http.ts';
import { passDoor } from '../../door.ts';

type Handler<Context> = (request: Request, context: Context, requestId: string) => Promise<Response>;

/** A route of the lab, behind the door as every other. Its refusals are no news for the audit log: attacking is what it is for. */
export function labRoute<Context = unknown>(handler: Handler<Context>) {
  return route<Context>(async (request, context, requestId) => {
    await passDoor(request.headers);
    return handler(request, context, requestId);
  });
}

/** Refuses every method that a route of the lab does not offer. */
export function otherMethods(...offered: string[]) {
  const handler = labRoute(() =>
    Promise.reject(new AppError('method_not_allowed', { headers: { Allow: offered.join(', ') } })),
  );
  return { GET: handler, POST: handler, PUT: handler, PATCH: handler, DELETE: handler };
}
