import 'server-only';

/** Largest pack that is read, in bytes; what one attack may take is the catalogue's own limit. */
export const PACK_MAX_BYTES = 8_000_000;
