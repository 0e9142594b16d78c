import 'server-only';

/** Heads of a mail, in the languages that people paste mails in, and how a forwarded one begins. */
const HEAD =
  /^[>\s|*]*(?:from|to|sent|date|subject|cc|reply-to|von|an|gesendet|datum|betreff|de|à|para|envoyé|objet|asunto|enviado|fecha|da|a|inviato|oggetto|data|assunto|van|aan|onderwerp|отправитель|от|тема|发件人|主题|差出人|件名)\s{0,2}[:：]\s*\S/iu;
const BEGINS =
  /^[>\s]*(?:-{2,}\s*(?:original message|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht|message (?:d['’]origine|transféré)|mensaje (?:original|reenviado)|messaggio (?:originale|inoltrato)|begin)|begin forwarded message|-{3,}\s*$|={3,}\s*$|_{3,}\s*$|"""|```)/iu;

/**
 * The part of a message that somebody else wrote: from the first head of a mail, line of a quotation or fence on. Empty where
 * nothing was pasted. Whoever pastes a text asks about it; whoever wrote it may have had other plans.
 */
export function pastedPart(message: string): string {
  const lines = message.split('\n');
  const first = lines.findIndex((line, at) => BEGINS.test(line) || (HEAD.test(line) && hasHeadNear(lines, at)) || isQuoted(lines, at));
  if (first < 0) return '';
  return lines.slice(first).filter((line) => !HEAD.test(line) || /\b(?:subject|betreff|objet|asunto|oggetto|assunto|onderwerp)\b/iu.test(line)).map((line) => line.replace(/^[>\s|]+/, '').replace(/^\p{L}{2,12}\s?[:：]\s(?=\S)/u, (head) => (HEAD.test(head + 'x') ? '' : head))).join('\n').trim();
} // prettier-ignore

/** One line that looks like a head may be chance ("To: be clear"); two close together are a mail. */
function hasHeadNear(lines: readonly string[], at: number): boolean {
  return lines.slice(at + 1, at + 4).some((line) => HEAD.test(line));
}

function isQuoted(lines: readonly string[], at: number): boolean {
  return /^\s*>/.test(lines[at] ?? '') && /^\s*>/.test(lines[at + 1] ?? '');
}
