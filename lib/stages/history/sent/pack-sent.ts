import 'server-only';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import { z } from 'zod';
import { type SentCallDto, sentCallSchema } from '#lib/contract/sent.ts';
import { MAX_SENT_BYTES } from '../policy.ts';

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);
/** The fastest, with a window that reaches from one call of a turn to the next: each repeats the ones before it word for word. */
const HOW = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_LGWIN]: 19 },
};

/** What was sent in a turn as a text to be sealed: a few thousand bytes for tens of thousands. Null where nothing was. */
export async function packSent(calls: readonly SentCallDto[]): Promise<string | null> {
  if (calls.length === 0) return null;
  return (await compress(Buffer.from(JSON.stringify(calls)), HOW)).toString('base64');
}

/** The same again. Throws what does not fit: it was sealed by nobody but us. */
export async function unpackSent(packed: string): Promise<SentCallDto[]> {
  const text = await decompress(Buffer.from(packed, 'base64'), { maxOutputLength: MAX_SENT_BYTES });
  return z.array(sentCallSchema).parse(JSON.parse(text.toString('utf8')));
}
