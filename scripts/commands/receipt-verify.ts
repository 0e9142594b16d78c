import { readFileSync } from 'node:fs';
import { receiptKeySchema } from '#lib/contract/privacy.ts';
import { isLoopbackHost } from '#lib/kernel/env-rules.ts';
import { describeKey } from '#lib/kernel/receipt/signing-key.ts';
import { type ReceiptVerdict, verifyReceipt } from '#lib/kernel/receipt/verify-receipt.ts';
import { readArguments } from '#scripts/console/read-arguments.ts';
import { CommandError, runCommand } from '#scripts/console/step.ts';

const HELP = `npm run receipt:verify -- FILE [--from URL | --key KEY] [--json]

Whether a receipt of an erasure is genuine and unchanged. It is checked with the public key of whoever issued it. By default the
address that stands in the receipt is asked for it, and named: whether that is who you dealt with, only you can say. A script
says whom it believes with --from or --key.

  --from URL   ask this address instead, such as https://bills.example
  --key KEY    this public key (base64url, 32 bytes), without asking anyone
  --json       one object on standard output and nothing else

Exit code 0 signed with that key and unchanged, 1 not, 2 on bad input.
`;
const WORDS: Readonly<Record<ReceiptVerdict, string>> = {
  genuine: 'Genuine: signed with this key, and not changed since.',
  altered: 'NOT GENUINE: it was changed after it was signed.',
  other_key: 'NOT GENUINE: it was signed with another key than this.',
  no_receipt: 'That is no signed receipt.',
};

await runCommand(async () => {
  const { values, positionals } = readArguments({
    allowPositionals: true,
    options: {
      from: { type: 'string' },
      key: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false, short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) throw new CommandError('Which file? One receipt at a time.');
  const receipt = readReceipt(file);
  const asked = values.key === undefined ? keyAddress(values.from ?? issuerOf(receipt)) : null;
  const trusted = values.key ?? (asked ? await askForKey(asked) : '');
  const verdict = verifyReceipt(receipt, trusted);
  if (verdict === 'no_receipt') throw new CommandError(`${file}: ${WORDS.no_receipt}`);
  const { keyId } = describeKey(Buffer.from(trusted, 'base64url'));
  const from = asked?.origin ?? null;
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ file, verdict, keyId, from })}\n`
      : `${WORDS[verdict]}\n${whoseKey(keyId, from, values.from !== undefined)}\n`,
  );
  return verdict === 'genuine' ? 0 : 1;
});

/** The address is written as it was parsed, never as the receipt spells it: its author does not write on this terminal. */
function whoseKey(keyId: string, from: string | null, isTold: boolean): string {
  if (from === null) return `Key ${keyId}`;
  const whose = `Key ${keyId}, as ${from} publishes it`;
  return isTold ? whose : `${whose}. The receipt itself names that address: is it whom you dealt with?`;
}

function readReceipt(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const isThere = error instanceof SyntaxError;
    throw new CommandError(isThere ? `${file}: line 1 is not JSON.` : `${file} can't be read.`);
  }
}

function issuerOf(receipt: unknown): string {
  const issuer = receipt !== null && typeof receipt === 'object' && 'issuer' in receipt ? receipt.issuer : '';
  return String(issuer);
}

/** Where its key is asked for: over https, where the certificate says who answers; on this machine alone without. */
function keyAddress(address: string): URL {
  const url = URL.parse('/api/receipts/key', address);
  if (url && (url.protocol === 'https:' || isLoopbackHost(url.hostname))) return url;
  const spelled = JSON.stringify(address);
  throw new CommandError(`${spelled} is not an https address that could be asked for its key: use --key.`);
}

async function askForKey(url: URL): Promise<string> {
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(10_000) });
    return receiptKeySchema.parse(await response.json()).publicKey;
  } catch {
    throw new CommandError(`${url.origin} did not say its key: start it, or use --key.`);
  }
}
