import { refuseMethods } from '#lib/kernel/http.ts';

/** Says that the process answers, and nothing about it. */
export function GET(): Response {
  return Response.json(
    { status: 'ok' },
    { headers: { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' } },
  );
}

export const { POST, PUT, PATCH, DELETE } = refuseMethods('GET');
