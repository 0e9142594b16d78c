import 'server-only';
import { Zip, ZipDeflate } from 'fflate';
import type { Entry } from './entry.ts';

/** Text is packed in pieces of about this many characters: small ones cost more than they save. */
const PIECE_CHARACTERS = 32 * 1024;
/** Fast rather than small: text of this kind halves again at most. */
const LEVEL = 4;

/**
 * Entries as one ZIP file, in pieces, as they come: nothing is held back but what the packer needs to look behind itself. The names
 * are ours, never a person's words. Up to 4 GiB: there is no ZIP64.
 */
export async function* zipEntries(entries: AsyncIterable<Entry>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece);
  });
  const encoder = new TextEncoder();
  for await (const { name, text } of entries) {
    const file = new ZipDeflate(name, { level: LEVEL });
    zip.add(file);
    for await (const piece of gather(text)) {
      file.push(encoder.encode(piece), false);
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(0), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}

async function* gather(text: AsyncIterable<string>): AsyncGenerator<string> {
  let waiting: string[] = [];
  let length = 0;
  for await (const piece of text) {
    waiting.push(piece);
    length += piece.length;
    if (length < PIECE_CHARACTERS) continue;
    yield waiting.join('');
    waiting = [];
    length = 0;
  }
  if (length > 0) yield waiting.join('');
}

/** Pieces of any size as pieces of this one; the last may be shorter. */
export async function* inChunks(pieces: AsyncIterable<Uint8Array>, bytes: number): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    waiting.push(piece);
    length += piece.length;
    if (length < bytes) continue;
    const whole = Buffer.concat(waiting);
    let from = 0;
    for (; whole.length - from >= bytes; from += bytes) yield whole.subarray(from, from + bytes);
    waiting = [whole.subarray(from)];
    length = whole.length - from;
  }
  if (length > 0) yield Buffer.concat(waiting);
}
