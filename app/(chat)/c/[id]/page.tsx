import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ChatScreen } from '#components/chat/chat-screen.tsx';
import type { ConversationPage as PageData } from '#lib/contract/conversations.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { readOwnCases } from '#lib/stages/history/cases/read-own-cases.ts';
import { readConversation } from '#lib/stages/history/read-conversation.ts';
import { signedIn } from '../../../signed-in.ts';

export const metadata: Metadata = { title: 'Conversation' };

export default async function ConversationPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { viewer } = await signedIn(`/c/${id}`);
  const conversation = await readOwn(viewer, id);
  if (!conversation) notFound();
  const { messages, nextCursor, cases } = conversation;
  return <ChatScreen key={conversation.id} start={{ id: conversation.id, messages, nextCursor, cases }} />;
}

async function readOwn(viewer: Viewer, id: string): Promise<PageData | null> {
  try {
    return await withViewer(viewer, async (tx) => ({
      ...(await readConversation(viewer, tx, { id })),
      cases: await readOwnCases(viewer, tx, { conversationId: id }),
    }));
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  }
}
