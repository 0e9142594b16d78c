import { z } from 'zod';

export const roleSchema = z.enum(['owner', 'member', 'agent', 'approver', 'admin', 'auditor', 'trainer']);
export type Role = z.infer<typeof roleSchema>;

/** What a role may see of its own tenant. `chat` is the assistant itself. */
export const ROLE_TABLE = {
  owner: { label: 'Owner', staff: false, sees: ['chat', 'plan', 'usage', 'money'] },
  member: { label: 'Member', staff: false, sees: ['chat', 'plan', 'usage'] },
  agent: { label: 'Support agent', staff: true, sees: [] },
  approver: { label: 'Finance approver', staff: true, sees: [] },
  admin: { label: 'Administrator', staff: true, sees: [] },
  auditor: { label: 'Auditor', staff: true, sees: [] },
  trainer: { label: 'Trainer', staff: true, sees: [] },
} as const satisfies Record<Role, { label: string; staff: boolean; sees: readonly Area[] }>;

/** `money` = invoices, payments, prices, credits, refunds and what is owed. */
export type Area = 'chat' | 'plan' | 'usage' | 'money';

/** Whether a role sees this area of its own tenant. */
export function maySee(role: Role, area: Area): boolean {
  const sees: readonly Area[] = ROLE_TABLE[role].sees;
  return sees.includes(area);
}
