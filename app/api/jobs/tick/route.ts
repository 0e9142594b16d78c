import { tickSchema } from '#lib/contract/jobs.ts';
import { bearerMatches } from '#lib/kernel/bearer.ts';
import { env } from '#lib/kernel/env.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { jsonResponse } from '#lib/kernel/http.ts';
import { tick } from '#lib/operations/jobs/offered-tick.ts';
import { auditedRoute, refuseMethods } from '../../audit-refusals.ts';

export const { GET, PUT, PATCH, DELETE } = refuseMethods('tick', 'POST');

/** For a machine with the token, not for a person: no session, no page, so no Origin. Without the setting there is nothing here. */
export const POST = auditedRoute('tick', async (request, _context, requestId) => {
  const token = env().JOBS_TOKEN;
  if (token === '' || !bearerMatches(request, token)) throw new AppError('not_found');
  return jsonResponse(tickSchema, await tick(requestId));
});
