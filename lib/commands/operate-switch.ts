import 'server-only';
import type { Switch, SwitchScope } from '#lib/contract/switches.ts';
import { type Tx, withViewer } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { NIL_ID } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { listSwitches } from '#lib/stages/admission/switches/list-switches.ts';
import { throwSwitch } from '#lib/stages/admission/switches/throw-switch.ts';
import { recordOperator } from '#lib/stages/audit/record.ts';
import { isToolName } from '#lib/stages/tools/parse-arguments.ts';

/** `subject`: a customer's short name, a tool's or a model's name; `*` for everything. */
export type OperatedSwitch = { scope: SwitchScope; subject: string; paused: boolean; reason: string };

const OPERATOR: Viewer = { personId: NIL_ID, role: 'admin', homeTenantId: NIL_ID };

/**
 * The kill switch from a command line, where no page can be reached or trusted: written down without a person, because an operator has no
 * account here. Throws `not_found` for a customer or tool that is not there.
 */
export async function operateSwitch({ scope, subject, paused, reason }: OperatedSwitch): Promise<void> {
  await withViewer(
    OPERATOR,
    async (tx) => {
      const named = scope === 'tenant' ? await tenantId(tx, subject) : subject;
      if (scope === 'tool' && !isToolName(named)) throw new AppError('not_found');
      await throwSwitch(OPERATOR, tx, { scope, subject: named, paused, reason, setBy: null });
      const action = paused ? 'switch.paused' : 'switch.resumed';
      const subjectOf = { subjectKind: 'switch', subjectId: named } as const;
      await recordOperator(NIL_ID, tx, [
        { action, outcome: 'allowed', stage: 'admission', rule: scope, ...subjectOf, facts: { reason } },
      ]);
    },
    'owner',
  );
}

/** Every switch that was ever thrown. */
export async function readSwitches(): Promise<Switch[]> {
  return withViewer(OPERATOR, (tx) => listSwitches(OPERATOR, tx), 'owner');
}

async function tenantId(tx: Tx, slug: string): Promise<string> {
  const tenant = await tx.tenant.findUnique({ where: { slug }, select: { id: true } });
  if (!tenant) throw new AppError('not_found');
  return tenant.id;
}
