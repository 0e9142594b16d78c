import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ChatScreen } from '#components/chat/chat-screen.tsx';
import type { ConversationPage as PageData } from '#lib/contract/conversations.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { readOwnCases } from '#lib/stages/history/cases/read-own-cases.ts';
import { readConversation } from '#lib/stages/history/read-conversation.ts';
import { signedIn } from '../../../signed-in.ts';

export const metadata: Metadata = { title: 'Conversation' };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ m?: string | string[] }> };

/** `?m=` names the message that a search led to. */
export default async function ConversationPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { m } = await searchParams;
  const reach = typeof m === 'string' && isId(m) ? m : undefined;
  const { viewer } = await signedIn(`/c/${id}`);
  const conversation = await readOwn(viewer, id, reach);
  if (!conversation) notFound();
  const { messages, nextCursor, cases, temporary } = conversation;
  return (
    <ChatScreen
      key={`${conversation.id} ${reach ?? ''}`}
      start={{ id: conversation.id, messages, nextCursor, cases, temporary, reach }}
    />
  );
}

async function readOwn(viewer: Viewer, id: string, at: string | undefined): Promise<PageData | null> {
  try {
    return await withViewer(viewer, async (tx) => ({
      ...(await readConversation(viewer, tx, { id, at })),
      cases: await readOwnCases(viewer, tx, { conversationId: id }),
    }));
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  }
}
