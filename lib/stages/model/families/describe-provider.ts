import 'server-only';
import { recogniseFamily } from './recognise-family.ts';
import { FAMILIES, type FamilyId } from './table.ts';

/** Who is asked, and what becomes of what is sent, for pages, the launcher and records of processing. */
export type ProviderNotice = {
  family: FamilyId;
  name: string;
  host: string;
  isOwn: boolean;
  keeps: string;
  keptDays: number | null;
  source: string;
  /** Settings for people's privacy that this provider does not take, in words. */
  unsent: readonly string[];
};

/** Settings that are wanted of every provider that is somebody else. */
const NO_COPY = 'that no copy is kept for its own purposes (store: false)';

export function describeProvider(baseUrl: string, named = ''): ProviderNotice {
  const family = recogniseFamily(baseUrl, named);
  const { name, isOwn, keeps, keptDays, source, accepts } = FAMILIES[family];
  const canSayNoCopy = accepts.store || accepts.denyCollection;
  return {
    family,
    name,
    host: URL.parse(baseUrl)?.host ?? '',
    isOwn,
    keeps,
    keptDays,
    source,
    unsent: isOwn || canSayNoCopy ? [] : [NO_COPY],
  };
}
