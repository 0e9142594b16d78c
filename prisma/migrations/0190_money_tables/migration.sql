-- Written by "npm run generate -- --migration NAME" from prisma/schema: edit that instead.

-- AlterTable
ALTER TABLE "turn" ADD COLUMN     "limiter" TEXT NOT NULL DEFAULT 'postgres',
ADD COLUMN     "reserved_tokens" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "spend" (
    "unit" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "tenant_id" UUID NOT NULL,
    "reserved" BIGINT NOT NULL DEFAULT 0,
    "settled" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "spend_pkey" PRIMARY KEY ("unit","scope","subject_id","period","starts_on")
);

-- CreateTable
CREATE TABLE "budget" (
    "scope" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "tenant_id" UUID NOT NULL,
    "limit_micro_usd" BIGINT NOT NULL,
    "set_by" UUID NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL DEFAULT cs.now(),

    CONSTRAINT "budget_pkey" PRIMARY KEY ("scope","subject_id","period")
);

-- CreateTable
CREATE TABLE "budget_notice" (
    "unit" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "threshold" INTEGER NOT NULL,
    "tenant_id" UUID NOT NULL,
    "used" BIGINT NOT NULL,
    "allowed" BIGINT NOT NULL,
    "noticed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT cs.now(),
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "budget_notice_pkey" PRIMARY KEY ("unit","scope","subject_id","period","starts_on","threshold")
);

-- CreateIndex
CREATE INDEX "spend_tenant_id_starts_on_idx" ON "spend"("tenant_id", "starts_on");

-- CreateIndex
CREATE INDEX "budget_notice_told_at_idx" ON "budget_notice"("told_at");

-- CreateIndex
CREATE INDEX "turn_tenant_id_opened_at_idx" ON "turn"("tenant_id", "opened_at");
