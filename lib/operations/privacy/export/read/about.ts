import 'server-only';
import { type ExportedAbout, exportedAboutSchema } from '#lib/contract/export-about.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { readFactor } from '#lib/stages/identity/second-factor/read-factor.ts';
import { readSignIn } from '../../read-sign-in.ts';

/** Most of each small list: nobody has more, and a copy that is read in one go must end. */
const MOST = 1_000;

/** Who the viewer is here, how they sign in, what they chose and asked for: facts, and nothing that would let anyone in. */
export async function readAbout(viewer: Viewer, tx: Tx): Promise<ExportedAbout> {
  const { personId, homeTenantId } = viewer;
  const person = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { email: true, label: true, role: true, createdAt: true },
  });
  const tenant = await tx.tenant.findUniqueOrThrow({
    where: { id: homeTenantId },
    select: { name: true, locale: true, currency: true, timeZone: true },
  });
  const keep = await tx.keepChoice.findUnique({
    where: { personId },
    select: { days: true, updatedAt: true },
  });
  return exportedAboutSchema.parse({
    profile: {
      personId,
      ...person,
      createdAt: person.createdAt.toISOString(),
      organisation: tenant,
    },
    settings: {
      keepConversationsDays: keep?.days ?? null,
      keepSetAt: keep?.updatedAt.toISOString() ?? null,
    },
    consents: [],
    signIn: await signInOf(viewer, tx),
    ...(await requestsOf(viewer, tx)),
  } satisfies Record<keyof ExportedAbout, unknown>);
}

async function signInOf(viewer: Viewer, tx: Tx) {
  const { passwordSetAt, links } = await readSignIn(viewer, tx);
  const { state, confirmedAt, recoveryCodesLeft } = await readFactor(viewer, tx);
  const ended = await tx.endedSession.findMany({
    where: { personId: viewer.personId },
    take: MOST,
    select: { expiresAt: true },
  });
  return {
    passwordSetAt: passwordSetAt?.toISOString() ?? null,
    links,
    secondFactor: state === 'none' ? null : { state, confirmedAt, recoveryCodesLeft },
    endedSessions: ended.map(({ expiresAt }) => ({ forgottenAt: expiresAt.toISOString() })),
  };
}

async function requestsOf({ personId }: Viewer, tx: Tx) {
  const erasures = await tx.erasure.findMany({
    where: { personId },
    take: MOST,
    orderBy: { requestedAt: 'asc' },
    select: { scope: true, scopeId: true, requestedAt: true, state: true },
  });
  const exports = await tx.dataExport.findMany({
    where: { personId },
    take: MOST,
    orderBy: { createdAt: 'asc' },
    select: { id: true, createdAt: true, state: true },
  });
  const holds = await tx.$queryRaw<{ scope: string; since: Date; endedAt: Date | null }[]>`
    SELECT scope, since, ended_at AS "endedAt" FROM cs.own_holds()`;
  return {
    legalHolds: holds.map(({ scope, since, endedAt }) => ({
      scope,
      since: since.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
    })),
    erasures: erasures.map(({ scope, scopeId, requestedAt, state }) => ({
      scope,
      subjectId: scopeId,
      requestedAt: requestedAt.toISOString(),
      state,
    })),
    exports: exports.map(({ createdAt, ...row }) => ({ ...row, createdAt: createdAt.toISOString() })),
  };
}
