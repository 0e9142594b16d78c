import { type DefendedBy, defendedBySchema } from '#lib/contract/lab/profile.ts';

/** The run page with an attack chosen, one profile on the left and by default the whole application on the right. */
export function runHref(
  attack: string,
  left: string | DefendedBy = 'none',
  right: string | DefendedBy = 'everything',
): string {
  return `/lab/run?${new URLSearchParams({ attack, left: written(left), right: written(right) })}`;
}

/** A set of defences as an address holds it: `none`, `keeps:a,b`, `without:c`. */
function written(by: string | DefendedBy): string {
  if (typeof by === 'string') return by;
  if ('profile' in by) return by.profile;
  return 'keeps' in by ? `keeps:${by.keeps.join(',')}` : `without:${by.without.join(',')}`;
}

/** Reads it back; null for what is no such set. Whether its names exist is for the run to say. */
export function readDefences(text: string | undefined): DefendedBy | null {
  const [, kind, names] = /^(keeps|without):(.*)$/.exec(text ?? '') ?? [];
  const list = names?.split(',').filter((name) => name !== '') ?? [];
  const value =
    kind === 'keeps' ? { keeps: list } : kind === 'without' ? { without: list } : { profile: text };
  const parsed = defendedBySchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}
