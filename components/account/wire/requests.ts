import type { z } from 'zod';
import { type Answered, ask } from '#components/approvals/wire/ask.ts';
import { doneSchema } from '#lib/contract/answers.ts';
import {
  demoCodeSchema,
  type Enrolment,
  enrolmentSchema,
  type FactorState,
  factorStateSchema,
  recoveryCodesSchema,
} from '#lib/contract/factor.ts';

const URL = '/api/me/factor';

export async function getFactor(): Promise<Answered<FactorState>> {
  return ask(factorStateSchema, URL);
}

/** Begins to set one up. The answer holds the secret, once. */
export async function beginFactor(): Promise<Answered<Enrolment>> {
  return ask(enrolmentSchema, URL, json('POST', {}));
}

/** Confirms it with a first code. The answer holds the recovery codes, once. */
export async function confirmFactor(code: string): Promise<Answered<z.infer<typeof recoveryCodesSchema>>> {
  return ask(recoveryCodesSchema, URL, json('PUT', { code }));
}

export async function removeFactor(code: string): Promise<Answered<z.infer<typeof doneSchema>>> {
  return ask(doneSchema, URL, json('DELETE', { code }));
}

/** What this person's app shows now; there only in a demonstration. */
export async function getDemoCode(): Promise<Answered<z.infer<typeof demoCodeSchema>>> {
  return ask(demoCodeSchema, `${URL}/demo-code`);
}

function json(method: string, body: object): RequestInit {
  return { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}
