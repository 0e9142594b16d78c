import 'server-only';
import { fault } from '#faults';
import { randomBytes } from 'node:crypto';
import { Prisma } from '#lib/generated/prisma/client.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { sha256 } from './canonical.ts';
import { NONCE_MS } from './policy.ts';

/** A token for one decision of this viewer about this proposal. Only its hash is stored. */
export async function mintNonce(
  viewer: Viewer,
  tx: Tx,
  proposal: { id: string; tenantId: string },
): Promise<string> {
  const nonce = randomBytes(32).toString('base64url');
  await tx.$executeRaw`
    INSERT INTO cs.proposal_nonce (hash, proposal_id, tenant_id, person_id, expires_at)
    VALUES (${sha256(nonce)}, ${proposal.id}::uuid, ${proposal.tenantId}::uuid, ${viewer.personId}::uuid,
            cs.now() + make_interval(secs => ${NONCE_MS / 1000}::int))`;
  return nonce;
}

/** Uses a nonce up. False when it is not this viewer's for this proposal, was used before or has run out. */
export async function useNonce(
  viewer: Viewer,
  tx: Tx,
  args: { proposalId: string; nonce: string },
): Promise<boolean> {
  const ofThisCard = fault('nonce-of-another-card')
    ? Prisma.empty
    : Prisma.sql`AND proposal_id = ${args.proposalId}::uuid`;
  const unused = fault('nonce-reusable') ? Prisma.empty : Prisma.sql`AND used_at IS NULL`;
  const fresh = fault('old-nonce-accepted') ? Prisma.empty : Prisma.sql`AND expires_at > cs.now()`;
  const used = await tx.$executeRaw`
    UPDATE cs.proposal_nonce SET used_at = cs.now()
    WHERE hash = ${sha256(args.nonce)} AND person_id = ${viewer.personId}::uuid ${ofThisCard} ${unused} ${fresh}`;
  return used === 1;
}
