import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { CommandError } from '#scripts/console/step.ts';
import { type Kind, KINDS } from '#lib/kernel/personal-data/span.ts';
import type { Sample } from './sample.ts';

/** The names that sets give to the kinds we find; other labels are read over, what we find there counts as wrong. */
const NAMES: ReadonlyMap<string, Kind> = new Map([
  ...KINDS.map((kind) => [kind.toUpperCase(), kind] as const),
  ...(['CREDIT_CARD', 'CREDITCARD', 'CREDIT_CARD_NUMBER', 'CREDITCARDNUMBER', 'CARD'] as const).map((name) => [name, 'card_number'] as const),
  ...(['IBAN_CODE', 'BANK_ACCOUNT_IBAN'] as const).map((name) => [name, 'iban'] as const),
  ...(['US_SSN', 'SSN', 'US_ITIN', 'ITIN', 'SOCIALNUMBER', 'SOCIALNUM', 'NATIONAL_ID', 'ES_NIF', 'ES_NIE', 'IT_FISCAL_CODE', 'PL_PESEL', 'FI_PERSONAL_IDENTITY_CODE', 'UK_NINO', 'UK_NHS'] as const).map((name) => [name, 'government_id'] as const),
  ...(['EMAIL_ADDRESS', 'E_MAIL'] as const).map((name) => [name, 'email'] as const),
  ...(['PHONE_NUMBER', 'TELEPHONE', 'TELEPHONENUM', 'PHONENUMBER', 'TEL'] as const).map((name) => [name, 'phone'] as const),
  ...(['API_KEY', 'PASSWORD', 'CREDENTIAL', 'TOKEN', 'PRIVATE_KEY'] as const).map((name) => [name, 'secret'] as const),
]); // prettier-ignore

const lineSchema = z.object({
  text: z.string(),
  spans: z
    .array(z.tuple([z.string(), z.number().int().nonnegative(), z.number().int().nonnegative()]))
    .default([]),
  template_id: z.union([z.string(), z.number()]).optional(),
});

/**
 * One JSON object per line: `text`, `spans` as `[type, start, end]`, `template_id`.
 * @throws CommandError for a file that cannot be read or a line of another form; names file and line, never the text.
 */
export function readSamples(file: string): Sample[] {
  return contents(file)
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [readLine(line, `${file}:${index + 1}`)]));
}

function contents(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new CommandError(`${file} cannot be read.`);
  }
}

function readLine(line: string, where: string): Sample {
  const parsed = lineSchema.safeParse(parseJson(line));
  if (!parsed.success)
    throw new CommandError(`${where} is not {"text", "spans": [[type, start, end]], "template_id"}.`);
  const { text, spans, template_id: template } = parsed.data;
  if (spans.some(([, start, end]) => start >= end || end > text.length))
    throw new CommandError(`${where} has a span outside its text.`);
  const known = spans.flatMap(([type, start, end]) => {
    const kind = NAMES.get(type.toUpperCase());
    return kind ? [{ kind, start, end }] : [];
  });
  return { text, spans: known, template: String(template ?? where) };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
