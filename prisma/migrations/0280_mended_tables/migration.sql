-- Written by "npm run generate -- --migration NAME" from prisma/schema: edit that instead.

-- CreateTable
CREATE TABLE "gone_turn" (
    "turn_id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "gone_turn_pkey" PRIMARY KEY ("turn_id")
);

-- CreateTable
CREATE TABLE "held_version" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "message_id" UUID,
    "verdict" TEXT,
    "sealed" BYTEA,
    "said_at" TIMESTAMPTZ(3) NOT NULL,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL DEFAULT cs.now(),

    CONSTRAINT "held_version_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "gone_turn_person_id_opened_at_idx" ON "gone_turn"("person_id", "opened_at");

-- CreateIndex
CREATE INDEX "held_version_conversation_id_idx" ON "held_version"("conversation_id");

-- AddForeignKey
ALTER TABLE "held_version" ADD CONSTRAINT "held_version_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
