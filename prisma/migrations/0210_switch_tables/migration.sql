-- Written by "npm run generate -- --migration NAME" from prisma/schema: edit that instead.

-- AlterTable
ALTER TABLE "flag" ADD COLUMN     "set_by" UUID;

-- CreateTable
CREATE TABLE "address_rule" (
    "id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "range" INET NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "set_by" UUID,
    "set_at" TIMESTAMPTZ(3) NOT NULL DEFAULT cs.now(),

    CONSTRAINT "address_rule_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "address_rule_action_range_key" ON "address_rule"("action", "range");
