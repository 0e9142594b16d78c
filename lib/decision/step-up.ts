import 'server-only';
import { type Tx, withViewer } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { loadProposal } from '#lib/stages/approvals/load-proposal.ts';
import { needsStepUp } from '#lib/stages/approvals/to-card.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import { consumeProof } from '#lib/stages/identity/second-factor/consume-proof.ts';
import { noteWrongCode } from '#lib/stages/identity/second-factor/note-wrong-code.ts';
import { proveFactor } from '#lib/stages/identity/second-factor/prove-factor.ts';
import type { DecisionRequest } from './types.ts';

/** A second factor that was sent along, checked but not used up yet. */
export type StepUp = { use: (viewer: Viewer, tx: Tx) => Promise<boolean> };

/**
 * Checks the code that came with a decision, in the person's own tenant; a wrong one is counted there for good, whatever
 * becomes of the decision. Using it up happens with the decision, or not at all.
 */
export async function prepareStepUp({ viewer, id, decision, requestId }: DecisionRequest): Promise<StepUp> {
  const { totp } = decision;
  if (totp === undefined) return { use: async () => false };
  const proof = await withViewer(viewer, async (tx) => {
    const row = await loadProposal(viewer, tx, id);
    if (!row || !needsStepUp(viewer, row)) return null;
    const proven = await proveFactor(viewer, tx, totp);
    if (proven) return proven;
    await noteWrongCode(viewer, tx);
    await recordAudit(viewer, tx, [
      { action: 'identity.factor_wrong_code', outcome: 'denied', stage: 'identity', requestId },
    ]);
    return null;
  });
  return { use: async (acting, tx) => proof !== null && consumeProof(acting, tx, proof) };
}
