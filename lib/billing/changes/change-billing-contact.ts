import 'server-only';
import { z } from 'zod';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { ChangeEffect, Viewer } from '#lib/kernel/ports.ts';
import { addDays, fromDate, toDate } from '../days.ts';
import { addressOn } from '../effective-terms.ts';
import { readPlace } from '../read-place.ts';
import { tenantOf } from '../tenant-of.ts';
import { sayDay } from '../wording.ts';
import { type Decided, defineChange, type Drafted, expectOne, type RequestOf } from './define-change.ts';
import { lockProfile } from './lock-rows.ts';
import { EMAIL_COOLING_DAYS, EMAIL_LENGTH } from './policy.ts';
import { resourceVersion } from './resource-version.ts';

/** ASCII alone: no letter that looks like another one. */
const addressSchema = z
  .email()
  .max(EMAIL_LENGTH)
  .regex(/^[!-~]+$/)
  .toLowerCase();
const contactArguments = z.strictObject({
  tool: z.literal('change_billing_contact'),
  email: addressSchema,
  /** 0 takes back a new address that has not taken over yet. */
  afterDays: z.union([z.literal(0), z.literal(EMAIL_COOLING_DAYS)]),
});
type ContactArguments = z.infer<typeof contactArguments>;

/** Sends bills elsewhere after some cooling-off days; until then the old address stays, and is told. */
export const CHANGE_BILLING_CONTACT = defineChange<'change_billing_contact', ContactArguments>({
  arguments: contactArguments,
  toRequest: ({ tool, email }) => ({ tool, email }),
  lock: lockProfile,
  draft: draftContact,
  apply: applyContact,
});

async function readContact(viewer: Viewer, tx: Tx) {
  const { today, locale } = await readPlace(viewer, tx);
  const tenantId = tenantOf(viewer);
  const row = await tx.billingProfile.findUnique({
    where: { tenantId },
    select: { email: true, pendingEmail: true, pendingEmailOn: true },
  });
  if (!row) throw new AppError('not_found');
  const stored = { ...row, pendingEmailOn: row.pendingEmailOn && fromDate(row.pendingEmailOn) };
  return { today, locale, tenantId, ...addressOn(stored, today) };
}

async function draftContact(viewer: Viewer, tx: Tx, request: RequestOf<'change_billing_contact'>): Drafted {
  const parsed = addressSchema.safeParse(request.email);
  if (!parsed.success) return 'bad_address';
  const wanted = parsed.data;
  const { email, pending, tenantId, locale } = await readContact(viewer, tx);
  const isTakenBack = pending !== null && wanted === email.toLowerCase();
  if (!isTakenBack && [email, pending?.email].some((known) => known?.toLowerCase() === wanted))
    return 'same_already';
  const args: ContactArguments = {
    tool: 'change_billing_contact',
    email: wanted,
    afterDays: isTakenBack ? 0 : EMAIL_COOLING_DAYS,
  };
  const waiting = pending && `${pending.email}, from ${sayDay(pending.on, locale)}`;
  return {
    arguments: args,
    resource: { kind: 'profile', id: tenantId, version: resourceVersion({ email, pending, args }) },
    amount: null,
    title: isTakenBack ? `Keep sending bills to ${wanted}` : `Send bills to ${wanted}`,
    lines: isTakenBack
      ? [
          { label: 'Address', value: wanted },
          { label: 'Takes back', value: waiting ?? '' },
        ]
      : [
          { label: 'New address', value: wanted },
          { label: 'Address until then', value: email },
          {
            label: 'Takes over',
            value: `${EMAIL_COOLING_DAYS} days after approval; the old address is told at once`,
          },
          ...(waiting === null ? [] : [{ label: 'Instead of', value: waiting }]),
        ],
  };
}

async function applyContact(
  viewer: Viewer,
  tx: Tx,
  { email: wanted, afterDays }: ContactArguments,
  _decided: Decided,
): Promise<ChangeEffect> {
  const { email, pending, today, locale, tenantId } = await readContact(viewer, tx);
  const on = addDays(today, afterDays);
  const isTakenBack = afterDays === 0;
  if (isTakenBack && email.toLowerCase() !== wanted) throw new AppError('no_longer_possible');
  const isMade = isTakenBack ? pending === null : pending?.email === wanted;
  if (isMade) throw new AppError('no_longer_possible');
  const data = isTakenBack
    ? { email, pendingEmail: null, pendingEmailOn: null }
    : { email, pendingEmail: wanted, pendingEmailOn: toDate(on) };
  expectOne(await tx.billingProfile.updateMany({ where: { tenantId }, data }));
  const summary = isTakenBack
    ? `Bills still go to ${email}.`
    : `Bills go to ${wanted} from ${sayDay(on, locale)}; until then to ${email}.`;
  return { summary, href: null };
}
