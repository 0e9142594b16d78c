-- Written by "npm run generate -- --migration NAME" from prisma/schema: edit that instead.

-- AlterTable
ALTER TABLE "billing_profile" ADD COLUMN     "pending_email" TEXT,
ADD COLUMN     "pending_email_on" DATE;

-- AlterTable
ALTER TABLE "subscription" ADD COLUMN     "next" TEXT,
ADD COLUMN     "next_on" DATE;

-- AlterTable
ALTER TABLE "invoice_line" ADD COLUMN     "corrects_line_id" UUID;

-- AlterTable
ALTER TABLE "refund" ADD COLUMN     "line_id" UUID,
ADD COLUMN     "proposal_id" UUID;

-- CreateTable
CREATE TABLE "proposal" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "turn_id" UUID NOT NULL,
    "tool" TEXT NOT NULL,
    "effect_class" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "arguments_hash" BYTEA NOT NULL,
    "display_hash" BYTEA NOT NULL,
    "policy_version" TEXT NOT NULL,
    "resource_kind" TEXT NOT NULL,
    "resource_id" UUID NOT NULL,
    "resource_version" TEXT NOT NULL,
    "amount_minor" BIGINT,
    "currency" TEXT,
    "people" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT cs.now(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" UUID,
    "outcome" TEXT,

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal_card" (
    "proposal_id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "arguments" TEXT NOT NULL,
    "display" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "reason" BYTEA,

    CONSTRAINT "proposal_card_pkey" PRIMARY KEY ("proposal_id")
);

-- CreateTable
CREATE TABLE "proposal_nonce" (
    "hash" BYTEA NOT NULL,
    "proposal_id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "proposal_nonce_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "effect" (
    "proposal_id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "approver_id" UUID,
    "tool" TEXT NOT NULL,
    "amount_minor" BIGINT,
    "currency" TEXT,
    "summary" TEXT NOT NULL,
    "executed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT cs.now(),
    "xid" TEXT NOT NULL DEFAULT (pg_current_xact_id())::text,

    CONSTRAINT "effect_pkey" PRIMARY KEY ("proposal_id")
);

-- CreateTable
CREATE TABLE "support_case" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "conversation_id" UUID,
    "turn_id" UUID,
    "ground" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT cs.now(),
    "answered_at" TIMESTAMPTZ(3),
    "answered_by" UUID,
    "seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "support_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_text" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "author" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "body" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT cs.now(),

    CONSTRAINT "case_text_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "second_factor" (
    "person_id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "secret" BYTEA NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" BIGINT NOT NULL DEFAULT 0,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT cs.now(),

    CONSTRAINT "second_factor_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "person_id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "hash" BYTEA NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("person_id","hash")
);

-- CreateTable
CREATE TABLE "outbox_mail" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "person_id" UUID,
    "recipient" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT cs.now(),
    "sent_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,

    CONSTRAINT "outbox_mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "proposal_person_id_created_at_idx" ON "proposal"("person_id", "created_at");

-- CreateIndex
CREATE INDEX "proposal_state_expires_at_idx" ON "proposal"("state", "expires_at");

-- CreateIndex
CREATE INDEX "proposal_conversation_id_idx" ON "proposal"("conversation_id");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_tenant_id_id_key" ON "proposal"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_card_tenant_id_proposal_id_key" ON "proposal_card"("tenant_id", "proposal_id");

-- CreateIndex
CREATE INDEX "proposal_nonce_proposal_id_idx" ON "proposal_nonce"("proposal_id");

-- CreateIndex
CREATE INDEX "proposal_nonce_expires_at_idx" ON "proposal_nonce"("expires_at");

-- CreateIndex
CREATE INDEX "effect_tenant_id_executed_at_idx" ON "effect"("tenant_id", "executed_at");

-- CreateIndex
CREATE INDEX "effect_approver_id_executed_at_idx" ON "effect"("approver_id", "executed_at");

-- CreateIndex
CREATE UNIQUE INDEX "effect_tenant_id_proposal_id_key" ON "effect"("tenant_id", "proposal_id");

-- CreateIndex
CREATE INDEX "support_case_person_id_created_at_idx" ON "support_case"("person_id", "created_at");

-- CreateIndex
CREATE INDEX "support_case_state_created_at_idx" ON "support_case"("state", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "support_case_tenant_id_id_key" ON "support_case"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "case_text_case_id_sequence_key" ON "case_text"("case_id", "sequence");

-- CreateIndex
CREATE INDEX "outbox_mail_sent_at_created_at_idx" ON "outbox_mail"("sent_at", "created_at");

-- CreateIndex
CREATE INDEX "outbox_mail_person_id_created_at_idx" ON "outbox_mail"("person_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "refund_proposal_id_key" ON "refund"("proposal_id");

-- AddForeignKey
ALTER TABLE "proposal_card" ADD CONSTRAINT "proposal_card_tenant_id_proposal_id_fkey" FOREIGN KEY ("tenant_id", "proposal_id") REFERENCES "proposal"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_nonce" ADD CONSTRAINT "proposal_nonce_tenant_id_proposal_id_fkey" FOREIGN KEY ("tenant_id", "proposal_id") REFERENCES "proposal"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "effect" ADD CONSTRAINT "effect_tenant_id_proposal_id_fkey" FOREIGN KEY ("tenant_id", "proposal_id") REFERENCES "proposal"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_text" ADD CONSTRAINT "case_text_tenant_id_case_id_fkey" FOREIGN KEY ("tenant_id", "case_id") REFERENCES "support_case"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "second_factor"("person_id") ON DELETE CASCADE ON UPDATE CASCADE;
