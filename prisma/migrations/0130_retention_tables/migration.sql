-- Written by "npm run generate -- --migration NAME" from prisma/schema: edit that instead.

-- AlterTable
ALTER TABLE "retention_run" ADD COLUMN     "children_removed" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "held" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "retention_override" (
    "tenant_id" UUID NOT NULL,
    "category" TEXT NOT NULL,
    "kept_days" INTEGER NOT NULL,
    "set_by" UUID NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL DEFAULT cs.now(),

    CONSTRAINT "retention_override_pkey" PRIMARY KEY ("tenant_id","category")
);

-- CreateTable
CREATE TABLE "legal_hold" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "person_id" UUID,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "reason" BYTEA NOT NULL,
    "set_by" UUID NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL DEFAULT cs.now(),
    "confirmed_by" UUID,
    "confirmed_at" TIMESTAMPTZ(3),
    "release_asked_by" UUID,
    "release_asked_at" TIMESTAMPTZ(3),
    "ended_by" UUID,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "legal_hold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "retention_check" (
    "category" TEXT NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "overdue" INTEGER NOT NULL,
    "held" INTEGER NOT NULL,
    "last_run_at" TIMESTAMPTZ(3),

    CONSTRAINT "retention_check_pkey" PRIMARY KEY ("category")
);

-- CreateTable
CREATE TABLE "alert" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "open_key" TEXT,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT cs.now(),
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT cs.now(),
    "times" INTEGER NOT NULL DEFAULT 1,
    "closed_at" TIMESTAMPTZ(3),
    "facts" JSONB,

    CONSTRAINT "alert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_tick" (
    "task" TEXT NOT NULL,
    "ran_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "job_tick_pkey" PRIMARY KEY ("task")
);

-- CreateTable
CREATE TABLE "audit_held" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "tenant_id" UUID NOT NULL,
    "person_id" UUID,
    "role" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "stage" TEXT,
    "rule" TEXT,
    "subject_kind" TEXT,
    "subject_id" TEXT,
    "turn_id" UUID,
    "request_id" TEXT,
    "facts" JSONB,

    CONSTRAINT "audit_held_pkey" PRIMARY KEY ("id","at")
);

-- CreateTable
CREATE TABLE "usage_held" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "tenant_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "turn_id" UUID NOT NULL,
    "model" TEXT NOT NULL,
    "input_tokens" INTEGER NOT NULL,
    "output_tokens" INTEGER NOT NULL,
    "cost_micro_usd" BIGINT NOT NULL,
    "estimated" BOOLEAN NOT NULL,
    "price_version" TEXT NOT NULL,

    CONSTRAINT "usage_held_pkey" PRIMARY KEY ("id","at")
);

-- CreateIndex
CREATE INDEX "turn_conversation_id_idx" ON "turn"("conversation_id");

-- CreateIndex
CREATE INDEX "legal_hold_tenant_id_idx" ON "legal_hold"("tenant_id");

-- CreateIndex
CREATE INDEX "legal_hold_person_id_idx" ON "legal_hold"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "alert_open_key_key" ON "alert"("open_key");

-- CreateIndex
CREATE INDEX "alert_closed_at_opened_at_idx" ON "alert"("closed_at", "opened_at");

-- CreateIndex
CREATE INDEX "audit_held_at_idx" ON "audit_held"("at");

-- CreateIndex
CREATE INDEX "usage_held_at_idx" ON "usage_held"("at");

-- CreateIndex
CREATE INDEX "retention_run_category_started_at_idx" ON "retention_run"("category", "started_at");
