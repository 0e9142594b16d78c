-- Written by "npm run generate -- --migration NAME" from prisma/schema: edit that instead.

-- CreateTable
CREATE TABLE "data_export" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "chunk_count" INTEGER NOT NULL DEFAULT 0,
    "byte_count" BIGINT NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT cs.now(),
    "finished_at" TIMESTAMPTZ(3),
    "downloaded_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "data_export_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "export_chunk" (
    "export_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "tenant_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "body" BYTEA NOT NULL,

    CONSTRAINT "export_chunk_pkey" PRIMARY KEY ("export_id","sequence")
);

-- CreateTable
CREATE TABLE "erasure" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "scope" TEXT NOT NULL,
    "scope_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'running',
    "token_hash" BYTEA NOT NULL,
    "keys" JSONB NOT NULL,
    "removed" JSONB NOT NULL DEFAULT '{}',
    "receipt" JSONB,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT cs.now(),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "erasure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "data_export_state_lease_until_idx" ON "data_export"("state", "lease_until");

-- CreateIndex
CREATE INDEX "data_export_person_id_created_at_idx" ON "data_export"("person_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "data_export_tenant_id_person_id_id_key" ON "data_export"("tenant_id", "person_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "erasure_token_hash_key" ON "erasure"("token_hash");

-- CreateIndex
CREATE INDEX "erasure_person_id_requested_at_idx" ON "erasure"("person_id", "requested_at");

-- CreateIndex
CREATE UNIQUE INDEX "erasure_scope_scope_id_key" ON "erasure"("scope", "scope_id");

-- CreateIndex
CREATE INDEX "audit_entry_person_id_at_idx" ON "audit_entry"("person_id", "at");

-- AddForeignKey
ALTER TABLE "export_chunk" ADD CONSTRAINT "export_chunk_tenant_id_person_id_export_id_fkey" FOREIGN KEY ("tenant_id", "person_id", "export_id") REFERENCES "data_export"("tenant_id", "person_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
