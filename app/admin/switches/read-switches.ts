import 'server-only';
import type { AddressRule, Switch } from '#lib/contract/switches.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { readRules, toAddressRule } from '#lib/stages/admission/addresses/rules.ts';
import { listSwitches, whoSet } from '#lib/stages/admission/switches/list-switches.ts';
import { chooseModel } from '#lib/stages/model/choose-model.ts';
import { TOOL_TABLE } from '#lib/stages/tools/policy.ts';

type Choice = { value: string; label: string };
export type SwitchPage = {
  switches: Switch[];
  rules: AddressRule[];
  choices: { customers: Choice[]; tools: Choice[]; model: string };
};

/** What the page of switches shows, and what its forms offer. Throws `not_found` for whoever is neither administrator nor auditor. */
export async function readSwitchPage(viewer: Viewer, tx: Tx): Promise<SwitchPage> {
  const switches = await listSwitches(viewer, tx);
  const rules = await readRules(viewer, tx);
  const customers = await tx.$queryRaw<Choice[]>`
    SELECT id::text AS value, name AS label FROM cs.tenant WHERE id <> ${viewer.homeTenantId}::uuid ORDER BY name, id`;
  return {
    switches,
    rules: rules.map((rule) => toAddressRule(rule, whoSet(viewer, rule.setBy))),
    choices: {
      customers,
      tools: Object.keys(TOOL_TABLE).map((name) => ({ value: name, label: name.replaceAll('_', ' ') })),
      model: chooseModel().name,
    },
  };
}
