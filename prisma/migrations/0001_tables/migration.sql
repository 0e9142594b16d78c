-- Written by "npm run generate -- --migration" from prisma/schema: edit that instead.

-- CreateTable
CREATE TABLE "data_key" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "person_id" UUID,
    "scope" TEXT NOT NULL,
    "scope_id" UUID NOT NULL,
    "kek_id" TEXT NOT NULL,
    "wrapped" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT cs.now(),
    "destroyed_at" TIMESTAMPTZ(3),

    CONSTRAINT "data_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversation" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "title" BYTEA NOT NULL,
    "temporary" BOOLEAN NOT NULL DEFAULT false,
    "next_sequence" INTEGER NOT NULL DEFAULT 1,
    "active_message_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT cs.now(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT cs.now(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "conversation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "turn_id" UUID NOT NULL,
    "parent_id" UUID,
    "role" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "body" BYTEA NOT NULL,
    "trace" BYTEA,
    "finish" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT cs.now(),

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "turn" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "body_hash" BYTEA NOT NULL,
    "user_message_id" UUID NOT NULL,
    "answer_message_id" UUID NOT NULL,
    "answer_sequence" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'running',
    "finish" TEXT,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT cs.now(),
    "lease_until" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "reserved_micro_usd" BIGINT NOT NULL DEFAULT 0,
    "settled_micro_usd" BIGINT,
    "input_tokens" INTEGER,
    "output_tokens" INTEGER,
    "model" TEXT NOT NULL,
    "prompt_version" TEXT NOT NULL,
    "policy_version" TEXT NOT NULL,
    "price_version" TEXT NOT NULL,

    CONSTRAINT "turn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handle" (
    "conversation_id" UUID NOT NULL,
    "handle" TEXT NOT NULL,
    "tenant_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "object_id" UUID NOT NULL,
    "label" TEXT NOT NULL,

    CONSTRAINT "handle_pkey" PRIMARY KEY ("conversation_id","handle")
);

-- CreateTable
CREATE TABLE "tenant" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT cs.now(),

    CONSTRAINT "tenant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT cs.now(),

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credential" (
    "person_id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "password_hash" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT cs.now(),

    CONSTRAINT "credential_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "identity_link" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,

    CONSTRAINT "identity_link_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateTable
CREATE TABLE "ended_session" (
    "session_id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ended_session_pkey" PRIMARY KEY ("session_id")
);

-- CreateTable
CREATE TABLE "sign_in_throttle" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "sign_in_throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT cs.now(),
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

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id","at")
) PARTITION BY RANGE ("at");

-- CreateTable
CREATE TABLE "usage_entry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT cs.now(),
    "tenant_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "turn_id" UUID NOT NULL,
    "model" TEXT NOT NULL,
    "input_tokens" INTEGER NOT NULL,
    "output_tokens" INTEGER NOT NULL,
    "cost_micro_usd" BIGINT NOT NULL,
    "estimated" BOOLEAN NOT NULL,
    "price_version" TEXT NOT NULL,

    CONSTRAINT "usage_entry_pkey" PRIMARY KEY ("id","at")
) PARTITION BY RANGE ("at");

-- CreateTable
CREATE TABLE "flag" (
    "scope" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "paused" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT NOT NULL DEFAULT '',
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT cs.now(),

    CONSTRAINT "flag_pkey" PRIMARY KEY ("scope","subject")
);

-- CreateTable
CREATE TABLE "retention_run" (
    "id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT cs.now(),
    "finished_at" TIMESTAMPTZ(3),
    "category" TEXT NOT NULL,
    "dry_run" BOOLEAN NOT NULL,
    "removed" INTEGER NOT NULL DEFAULT 0,
    "keys_destroyed" INTEGER NOT NULL DEFAULT 0,
    "overdue" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "retention_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker_heartbeat" (
    "worker_id" TEXT NOT NULL,
    "beat_at" TIMESTAMPTZ(3) NOT NULL DEFAULT cs.now(),

    CONSTRAINT "worker_heartbeat_pkey" PRIMARY KEY ("worker_id")
);

-- CreateIndex
CREATE INDEX "data_key_tenant_id_idx" ON "data_key"("tenant_id");

-- CreateIndex
CREATE UNIQUE INDEX "data_key_scope_scope_id_key" ON "data_key"("scope", "scope_id");

-- CreateIndex
CREATE INDEX "conversation_person_id_updated_at_idx" ON "conversation"("person_id", "updated_at");

-- CreateIndex
CREATE INDEX "conversation_expires_at_idx" ON "conversation"("expires_at");

-- CreateIndex
CREATE INDEX "message_parent_id_idx" ON "message"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "message_conversation_id_sequence_key" ON "message"("conversation_id", "sequence");

-- CreateIndex
CREATE INDEX "turn_person_id_opened_at_idx" ON "turn"("person_id", "opened_at");

-- CreateIndex
CREATE INDEX "turn_state_lease_until_idx" ON "turn"("state", "lease_until");

-- CreateIndex
CREATE UNIQUE INDEX "turn_person_id_idempotency_key_key" ON "turn"("person_id", "idempotency_key");

-- CreateIndex
CREATE UNIQUE INDEX "handle_conversation_id_kind_object_id_key" ON "handle"("conversation_id", "kind", "object_id");

-- CreateIndex
CREATE UNIQUE INDEX "tenant_slug_key" ON "tenant"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "person_tenant_id_idx" ON "person"("tenant_id");

-- CreateIndex
CREATE INDEX "identity_link_person_id_idx" ON "identity_link"("person_id");

-- CreateIndex
CREATE INDEX "ended_session_person_id_idx" ON "ended_session"("person_id");

-- CreateIndex
CREATE INDEX "audit_entry_tenant_id_at_idx" ON "audit_entry"("tenant_id", "at");

-- CreateIndex
CREATE INDEX "usage_entry_tenant_id_at_idx" ON "usage_entry"("tenant_id", "at");

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "turn" ADD CONSTRAINT "turn_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handle" ADD CONSTRAINT "handle_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
