/** A mail as the demonstration's outbox page shows it. */
export type OutboxItem = {
  id: string;
  recipient: string;
  subject: string;
  body: string;
  createdAt: string;
  sentAt: string | null;
};
