-- Written by "npm run generate -- --migration NAME" from prisma/schema: edit that instead.

-- CreateTable
CREATE TABLE "feedback" (
    "message_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "verdict" TEXT NOT NULL,
    "words" BYTEA,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT cs.now(),

    CONSTRAINT "feedback_pkey" PRIMARY KEY ("message_id","person_id")
);

-- CreateTable
CREATE TABLE "keep_choice" (
    "person_id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "days" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT cs.now(),

    CONSTRAINT "keep_choice_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "search_use" (
    "person_id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL DEFAULT cs.now(),
    "taken" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "search_use_pkey" PRIMARY KEY ("person_id")
);

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "keep_choice" ADD CONSTRAINT "keep_choice_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "search_use" ADD CONSTRAINT "search_use_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
