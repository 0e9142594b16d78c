import 'server-only';
import { dropInvisible, dropMeaninglessJoiners } from '../characters.ts';
import { env } from '../env.ts';
import {
  MAIL_TEMPLATES,
  type MailFacts,
  type MailTemplate,
  MAX_FACT_CHARACTERS,
  SIGNATURE,
} from './policy.ts';

/** Fills a template. Whatever a fact holds, it stays inside its own line, invisible characters and links are gone. */
export function writeMail<T extends MailTemplate>(
  template: T,
  facts: MailFacts[T],
): { subject: string; body: string } {
  const { subject, body } = MAIL_TEMPLATES[template](plain(facts), env().PUBLIC_URL);
  return { subject, body: `${[...body, SIGNATURE.join('\n')].join('\n\n')}\n` };
}

function plain<T>(facts: T): T {
  return JSON.parse(JSON.stringify(facts), (_name, value: unknown) =>
    typeof value === 'string' ? plainText(value) : value,
  ) as T;
}

function plainText(text: string): string {
  return dropMeaninglessJoiners(dropInvisible(text.replace(/\s+/g, ' ')))
    .replace(/\b[a-z][a-z0-9+.-]*:\/\/\S*|\bwww\.\S*/gi, '[link removed]')
    .trim()
    .slice(0, MAX_FACT_CHARACTERS);
}
