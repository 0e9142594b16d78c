import 'server-only';
import type { Prisma } from '#lib/generated/prisma/client.ts';
import { fromDate } from './days.ts';

export const METHOD_SELECT = {
  id: true,
  kind: true,
  label: true,
  expiresOn: true,
  isDefault: true,
} as const satisfies Prisma.PaymentMethodSelect;

/** Masked at the source; parsed by the DTO it becomes part of. */
export function toMethod(row: Prisma.PaymentMethodGetPayload<{ select: typeof METHOD_SELECT }>) {
  return { ...row, expiresOn: row.expiresOn && fromDate(row.expiresOn) };
}
