import { type Answered, read } from '#components/chat/wire/requests.ts';
import {
  deletedSchema,
  type KeepDays,
  type Keeping,
  type KeepingPreview,
  keepingPreviewSchema,
  type KeepingRequest,
  keepingSchema,
} from '#lib/contract/keeping.ts';

const KEEPING = '/api/me/keeping';

export async function getKeeping(): Promise<Answered<Keeping>> {
  return read(keepingSchema, KEEPING);
}

/** What this period would do to chats that are stored. */
export async function getPreview(days: KeepDays): Promise<Answered<KeepingPreview>> {
  return read(keepingPreviewSchema, `${KEEPING}?days=${days}`);
}

export async function putKeeping(request: KeepingRequest): Promise<Answered<Keeping>> {
  return read(keepingSchema, KEEPING, { method: 'PUT', body: JSON.stringify(request) });
}

/** All of them, where there are still `conversations`. */
export async function deleteAll(conversations: number): Promise<Answered<{ deleted: number }>> {
  return read(deletedSchema, '/api/conversations', {
    method: 'DELETE',
    body: JSON.stringify({ conversations }),
  });
}
