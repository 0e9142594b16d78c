import 'server-only';
import { createTransport } from 'nodemailer';
import { BRAND } from '#lib/contract/brand.ts';
import { env } from '../env.ts';
import { isLoopbackHost } from '../env-rules.ts';
import { isPlainAddress } from './plain-address.ts';
import { TIMEOUT_MS } from './policy.ts';

export type Outgoing = { id: string; recipient: string; subject: string; body: string };

/**
 * Hands mails to the server of SMTP_URL, one after the other. Sender and recipient go as structured fields, in the headers
 * and in the envelope; nothing is read from a file or an address. Null where no server is set.
 */
export function openMailServer(): { deliver: (mail: Outgoing) => Promise<void>; close: () => void } | null {
  const { SMTP_URL, PUBLIC_URL, MAIL_FROM } = env();
  if (SMTP_URL === '') return null;
  const { hostname } = new URL(PUBLIC_URL);
  const from = MAIL_FROM || `no-reply@${hostname}`;
  const transport = createTransport({
    url: SMTP_URL,
    // Beyond this machine mail never travels in the clear.
    requireTLS: !isLoopbackHost(new URL(SMTP_URL).hostname),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const deliver = async ({ id, recipient, subject, body }: Outgoing) => {
    // The library takes a list for an address wherever it finds one.
    if (!isPlainAddress(recipient))
      throw Object.assign(new Error('Not one plain mail address'), { code: 'EENVELOPE' });
    const sending = transport.sendMail({
      from: { name: BRAND.name, address: from },
      to: { name: '', address: recipient },
      envelope: { from, to: [recipient] },
      // The same for every attempt: whoever gets a mail twice can tell.
      messageId: `<${id}@${hostname}>`,
      subject,
      text: body,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    await within(sending);
  };
  return { deliver, close: () => transport.close() };
}

/** The library's limits are per pause; a server that answers a byte at a time would still hold the row. */
async function within(sending: Promise<unknown>): Promise<void> {
  const clock = { timer: undefined as NodeJS.Timeout | undefined };
  const late = new Promise<never>((_resolve, reject) => {
    const error = Object.assign(new Error('The mail server took too long.'), { code: 'ETIMEDOUT' });
    clock.timer = setTimeout(() => reject(error), TIMEOUT_MS + 2_000);
  });
  await Promise.race([sending, late]).finally(() => clearTimeout(clock.timer));
}
