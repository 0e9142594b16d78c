import 'server-only';
import type { AddressAction } from '#lib/contract/switches.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { NIL_ID } from '#lib/kernel/ids.ts';
import type { AuditEntry, Viewer } from '#lib/kernel/ports.ts';
import type { Rule } from '#lib/stages/admission/addresses/is-let-in.ts';
import { parseRange } from '#lib/stages/admission/addresses/parse-range.ts';
import * as rules from '#lib/stages/admission/addresses/rules.ts';
import { recordOperator } from '#lib/stages/audit/record.ts';

export type OperatedAddresses =
  | { do: 'add'; action: AddressAction; range: string; reason: string }
  | { do: 'remove'; range: string }
  | { do: 'clear' };

const OPERATOR: Viewer = { personId: NIL_ID, role: 'admin', homeTenantId: NIL_ID };

/**
 * The rules of the door from a command line: the way back in for whoever the rules keep out. Takes rules away whatever they say, and adds
 * them without asking whose address they refuse: here nobody has one. Written down without a person. Returns how many rules changed.
 * Throws `RangeError` for what is no range.
 */
export async function operateAddresses(change: OperatedAddresses): Promise<number> {
  return withViewer(
    OPERATOR,
    async (tx) => {
      await rules.holdRules(OPERATOR, tx);
      if (change.do === 'add') {
        const range = parseRange(change.range)?.text;
        if (!range || !(await rules.isExact(OPERATOR, tx, range))) throw new RangeError('no range');
        await rules.addRule(OPERATOR, tx, { ...change, range, setBy: null });
        await recordOperator(NIL_ID, tx, [noteOf('address.rule_added', { ...change, range })]);
        return 1;
      }
      const stand = await rules.readRules(OPERATOR, tx);
      const range = change.do === 'remove' ? parseRange(change.range)?.text : null;
      const gone = change.do === 'clear' ? stand : stand.filter((rule) => rule.range === range);
      await rules.removeRules(
        OPERATOR,
        tx,
        gone.map(({ id }) => id),
      );
      await recordOperator(
        NIL_ID,
        tx,
        gone.map((rule) => noteOf('address.rule_removed', rule)),
      );
      return gone.length;
    },
    'owner',
  );
}

/** The rules as they stand. */
export async function listAddresses(): Promise<rules.StoredRule[]> {
  return withViewer(OPERATOR, (tx) => rules.readRules(OPERATOR, tx), 'owner');
}

function noteOf(action: 'address.rule_added' | 'address.rule_removed', rule: Rule): AuditEntry {
  return {
    action,
    outcome: 'allowed',
    stage: 'admission',
    rule: rule.action,
    subjectKind: 'address_range',
    subjectId: rule.range,
  };
}
