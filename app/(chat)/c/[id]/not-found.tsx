import { ConversationMissing } from '#components/chat/conversation-missing.tsx';

export default function ConversationNotFound() {
  return <ConversationMissing />;
}
