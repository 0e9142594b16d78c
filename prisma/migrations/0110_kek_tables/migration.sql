-- Written by "npm run generate -- --migration NAME" from prisma/schema: edit that instead.

-- CreateTable
CREATE TABLE "retired_kek" (
    "id" TEXT NOT NULL,
    "retired_at" TIMESTAMPTZ(3) NOT NULL DEFAULT cs.now(),

    CONSTRAINT "retired_kek_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "data_key_kek_id_id_idx" ON "data_key"("kek_id", "id");
