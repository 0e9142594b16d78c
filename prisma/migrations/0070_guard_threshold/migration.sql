-- Written by "npm run generate -- --migration NAME" from prisma/schema: edit that instead.

-- AlterTable
ALTER TABLE "tenant" ADD COLUMN     "guard_threshold" DOUBLE PRECISION;
