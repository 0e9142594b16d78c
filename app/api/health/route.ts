import { healthSchema } from '#lib/contract/answers.ts';
import { jsonResponse, refuseMethods } from '#lib/kernel/http.ts';

/** Says that the process answers, and nothing about it. */
export function GET(): Response {
  return jsonResponse(healthSchema, { status: 'ok' });
}

export const { POST, PUT, PATCH, DELETE } = refuseMethods('GET');
