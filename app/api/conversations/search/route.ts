import { searchConversations } from '#lib/commands/search-conversations.ts';
import { searchPageSchema } from '#lib/contract/search.ts';
import { jsonResponse } from '#lib/kernel/http.ts';
import { requireViewer } from '#lib/stages/identity/require-viewer.ts';
import { auditedRoute, refuseMethods } from '../../audit-refusals.ts';

export const { POST, PUT, PATCH, DELETE } = refuseMethods('search', 'GET');

/** A page of the viewer's own conversations that have these words. Ends early when they have typed on. */
export const GET = auditedRoute('search', async (request, _context, requestId) => {
  const { viewer } = await requireViewer();
  const { searchParams } = new URL(request.url);
  const q = searchParams.get('q') ?? '';
  const cursor = searchParams.get('cursor') ?? undefined;
  const { signal } = request;
  return jsonResponse(searchPageSchema, await searchConversations(viewer, { q, cursor, signal, requestId }));
});
