-- Written by "npm run generate -- --migration" from prisma/schema: edit that instead.

-- CreateTable
CREATE TABLE "billing_profile" (
    "tenant_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT[],
    "vat_number" TEXT,
    "email" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "tax_label" TEXT NOT NULL,
    "tax_rate_ppm" INTEGER NOT NULL,
    "payment_terms_days" INTEGER NOT NULL,
    "seeded_on" DATE,

    CONSTRAINT "billing_profile_pkey" PRIMARY KEY ("tenant_id")
);

-- CreateTable
CREATE TABLE "subscription" (
    "tenant_id" UUID NOT NULL,
    "plan_code" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "started_on" DATE NOT NULL,

    CONSTRAINT "subscription_pkey" PRIMARY KEY ("tenant_id")
);

-- CreateTable
CREATE TABLE "subscription_change" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "changed_on" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "from_plan" TEXT,
    "to_plan" TEXT,
    "description" TEXT NOT NULL,
    "changed_by" TEXT NOT NULL,

    CONSTRAINT "subscription_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seat" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "added_on" DATE NOT NULL,
    "added_by" TEXT NOT NULL,
    "removed_on" DATE,

    CONSTRAINT "seat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "addon" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "added_on" DATE NOT NULL,
    "added_by" TEXT NOT NULL,

    CONSTRAINT "addon_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "promotion" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "percent_off" INTEGER NOT NULL,
    "started_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,

    CONSTRAINT "promotion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "usage_record" (
    "tenant_id" UUID NOT NULL,
    "meter" TEXT NOT NULL,
    "used_on" DATE NOT NULL,
    "quantity" INTEGER NOT NULL,

    CONSTRAINT "usage_record_pkey" PRIMARY KEY ("tenant_id","meter","used_on")
);

-- CreateTable
CREATE TABLE "invoice" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "currency" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "issued_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "paid_on" DATE,
    "period_start" DATE NOT NULL,
    "period_end" DATE NOT NULL,
    "subtotal_minor" BIGINT NOT NULL,
    "discount_minor" BIGINT NOT NULL,
    "credit_minor" BIGINT NOT NULL,
    "tax_minor" BIGINT NOT NULL,
    "total_minor" BIGINT NOT NULL,
    "paid_minor" BIGINT NOT NULL,
    "refunded_minor" BIGINT NOT NULL,
    "due_minor" BIGINT NOT NULL,
    "tax_label" TEXT NOT NULL,
    "tax_rate_ppm" INTEGER NOT NULL,
    "memo" TEXT,
    "void_reason" TEXT,

    CONSTRAINT "invoice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoice_line" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "currency" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "unit" TEXT,
    "unit_amount_minor" BIGINT,
    "amount_minor" BIGINT NOT NULL,
    "period_start" DATE,
    "period_end" DATE,
    "plan_code" TEXT,
    "addon_code" TEXT,
    "meter" TEXT,
    "included" INTEGER,
    "seat_id" UUID,
    "promotion_id" UUID,
    "credit_id" UUID,
    "change_id" UUID,

    CONSTRAINT "invoice_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_method" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "expires_on" DATE,
    "is_default" BOOLEAN NOT NULL,

    CONSTRAINT "payment_method_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "currency" TEXT NOT NULL,
    "method_id" UUID NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "status" TEXT NOT NULL,
    "started_on" DATE NOT NULL,
    "settled_on" DATE,
    "failure_reason" TEXT,
    "next_retry_on" DATE,

    CONSTRAINT "payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_attempt" (
    "payment_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "tenant_id" UUID NOT NULL,
    "attempted_on" DATE NOT NULL,
    "succeeded" BOOLEAN NOT NULL,
    "reason" TEXT,

    CONSTRAINT "payment_attempt_pkey" PRIMARY KEY ("payment_id","sequence")
);

-- CreateTable
CREATE TABLE "refund" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "currency" TEXT NOT NULL,
    "method_id" UUID NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "status" TEXT NOT NULL,
    "requested_on" DATE NOT NULL,
    "expected_on" DATE NOT NULL,
    "completed_on" DATE,
    "reason" TEXT NOT NULL,

    CONSTRAINT "refund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credit" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "currency" TEXT NOT NULL,
    "granted_minor" BIGINT NOT NULL,
    "remaining_minor" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "granted_on" DATE NOT NULL,
    "expires_on" DATE,

    CONSTRAINT "credit_pkey" PRIMARY KEY ("id")
);

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
CREATE UNIQUE INDEX "billing_profile_tenant_id_currency_key" ON "billing_profile"("tenant_id", "currency");

-- CreateIndex
CREATE INDEX "subscription_change_tenant_id_changed_on_idx" ON "subscription_change"("tenant_id", "changed_on");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_change_tenant_id_id_key" ON "subscription_change"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "seat_tenant_id_id_key" ON "seat"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "addon_tenant_id_code_key" ON "addon"("tenant_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "promotion_tenant_id_id_key" ON "promotion"("tenant_id", "id");

-- CreateIndex
CREATE INDEX "invoice_tenant_id_issued_on_idx" ON "invoice"("tenant_id", "issued_on");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_tenant_id_number_key" ON "invoice"("tenant_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_tenant_id_id_currency_key" ON "invoice"("tenant_id", "id", "currency");

-- CreateIndex
CREATE INDEX "invoice_line_tenant_id_amount_minor_idx" ON "invoice_line"("tenant_id", "amount_minor");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_line_invoice_id_position_key" ON "invoice_line"("invoice_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "payment_method_tenant_id_id_key" ON "payment_method"("tenant_id", "id");

-- CreateIndex
CREATE INDEX "payment_tenant_id_started_on_idx" ON "payment"("tenant_id", "started_on");

-- CreateIndex
CREATE INDEX "payment_invoice_id_idx" ON "payment"("invoice_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_tenant_id_id_key" ON "payment"("tenant_id", "id");

-- CreateIndex
CREATE INDEX "refund_tenant_id_requested_on_idx" ON "refund"("tenant_id", "requested_on");

-- CreateIndex
CREATE INDEX "refund_invoice_id_idx" ON "refund"("invoice_id");

-- CreateIndex
CREATE UNIQUE INDEX "credit_tenant_id_id_currency_key" ON "credit"("tenant_id", "id", "currency");

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
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "billing_profile"("tenant_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription_change" ADD CONSTRAINT "subscription_change_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "subscription"("tenant_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "subscription"("tenant_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "addon" ADD CONSTRAINT "addon_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "subscription"("tenant_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "promotion" ADD CONSTRAINT "promotion_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "subscription"("tenant_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "usage_record" ADD CONSTRAINT "usage_record_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "subscription"("tenant_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_tenant_id_currency_fkey" FOREIGN KEY ("tenant_id", "currency") REFERENCES "billing_profile"("tenant_id", "currency") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice_line" ADD CONSTRAINT "invoice_line_tenant_id_invoice_id_currency_fkey" FOREIGN KEY ("tenant_id", "invoice_id", "currency") REFERENCES "invoice"("tenant_id", "id", "currency") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice_line" ADD CONSTRAINT "invoice_line_tenant_id_seat_id_fkey" FOREIGN KEY ("tenant_id", "seat_id") REFERENCES "seat"("tenant_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice_line" ADD CONSTRAINT "invoice_line_tenant_id_promotion_id_fkey" FOREIGN KEY ("tenant_id", "promotion_id") REFERENCES "promotion"("tenant_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice_line" ADD CONSTRAINT "invoice_line_tenant_id_credit_id_currency_fkey" FOREIGN KEY ("tenant_id", "credit_id", "currency") REFERENCES "credit"("tenant_id", "id", "currency") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice_line" ADD CONSTRAINT "invoice_line_tenant_id_change_id_fkey" FOREIGN KEY ("tenant_id", "change_id") REFERENCES "subscription_change"("tenant_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_method" ADD CONSTRAINT "payment_method_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "billing_profile"("tenant_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_tenant_id_invoice_id_currency_fkey" FOREIGN KEY ("tenant_id", "invoice_id", "currency") REFERENCES "invoice"("tenant_id", "id", "currency") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_tenant_id_method_id_fkey" FOREIGN KEY ("tenant_id", "method_id") REFERENCES "payment_method"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_attempt" ADD CONSTRAINT "payment_attempt_tenant_id_payment_id_fkey" FOREIGN KEY ("tenant_id", "payment_id") REFERENCES "payment"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refund" ADD CONSTRAINT "refund_tenant_id_invoice_id_currency_fkey" FOREIGN KEY ("tenant_id", "invoice_id", "currency") REFERENCES "invoice"("tenant_id", "id", "currency") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refund" ADD CONSTRAINT "refund_tenant_id_method_id_fkey" FOREIGN KEY ("tenant_id", "method_id") REFERENCES "payment_method"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit" ADD CONSTRAINT "credit_tenant_id_currency_fkey" FOREIGN KEY ("tenant_id", "currency") REFERENCES "billing_profile"("tenant_id", "currency") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "turn" ADD CONSTRAINT "turn_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handle" ADD CONSTRAINT "handle_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
