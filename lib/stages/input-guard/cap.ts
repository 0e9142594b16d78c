import 'server-only';
import { MESSAGE_MAX_BYTES } from '#lib/contract/chat.ts';
import { AppError } from '#lib/kernel/errors.ts';

/**
 * Refuses what is too long or says nothing; never cuts. Call it with the text as it came and, because invisible
 * characters count as nothing, again with the canonical form.
 * @throws AppError `too_large` over `MESSAGE_MAX_BYTES` UTF-8 bytes, `malformed` when empty or only white space.
 */
export function capMessage(text: string): void {
  // No string has fewer bytes than characters, so a huge one is refused without being measured.
  if (text.length > MESSAGE_MAX_BYTES || Buffer.byteLength(text, 'utf8') > MESSAGE_MAX_BYTES)
    throw new AppError('too_large');
  if (text.trim() === '') throw new AppError('malformed');
}
