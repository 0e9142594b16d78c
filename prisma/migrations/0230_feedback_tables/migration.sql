-- Written by "npm run generate -- --migration NAME" from prisma/schema: edit that instead.

-- DropForeignKey
ALTER TABLE "feedback" DROP CONSTRAINT "feedback_message_id_fkey";

-- CreateIndex
CREATE INDEX "feedback_conversation_id_idx" ON "feedback"("conversation_id");

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
