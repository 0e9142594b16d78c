-- Written by "npm run generate -- --migration NAME" from prisma/schema: edit that instead.

-- CreateTable
CREATE TABLE "confirmed_attack" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "text_id" UUID NOT NULL,
    "added_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT cs.now(),

    CONSTRAINT "confirmed_attack_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attack_sketch" (
    "attack_id" UUID NOT NULL,
    "marks" BYTEA NOT NULL,

    CONSTRAINT "attack_sketch_pkey" PRIMARY KEY ("attack_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "confirmed_attack_text_id_key" ON "confirmed_attack"("text_id");

-- CreateIndex
CREATE INDEX "confirmed_attack_person_id_idx" ON "confirmed_attack"("person_id");

-- CreateIndex
CREATE INDEX "confirmed_attack_tenant_id_case_id_idx" ON "confirmed_attack"("tenant_id", "case_id");

-- AddForeignKey
ALTER TABLE "confirmed_attack" ADD CONSTRAINT "confirmed_attack_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "confirmed_attack" ADD CONSTRAINT "confirmed_attack_tenant_id_case_id_fkey" FOREIGN KEY ("tenant_id", "case_id") REFERENCES "support_case"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attack_sketch" ADD CONSTRAINT "attack_sketch_attack_id_fkey" FOREIGN KEY ("attack_id") REFERENCES "confirmed_attack"("id") ON DELETE CASCADE ON UPDATE CASCADE;
