import 'server-only';

/** A file inside the file: its name, and its text in pieces. */
export type Entry = { readonly name: string; readonly text: AsyncIterable<string> };
