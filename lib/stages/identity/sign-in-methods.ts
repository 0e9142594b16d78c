import 'server-only';
import { PLANTS_FAULTS } from '#faults';
import { env } from '#lib/kernel/env.ts';
import { DEMO_ACCOUNTS, type DemoAccount } from './demo-accounts.ts';

/** What the sign-in page and the role switcher may offer. Without DEMO the accounts are an empty list. */
export function signInMethods(): { oidc: boolean; demoAccounts: readonly DemoAccount[] } {
  const { DEMO, OIDC_ISSUER } = env();
  return { oidc: OIDC_ISSUER !== '', demoAccounts: DEMO ? inOrder() : [] };
}

/** In the attack lab its trainer comes first. */
function inOrder(): readonly DemoAccount[] {
  if (!PLANTS_FAULTS) return DEMO_ACCOUNTS;
  const isTrainer = ({ role }: DemoAccount) => role === 'trainer';
  return [...DEMO_ACCOUNTS.filter(isTrainer), ...DEMO_ACCOUNTS.filter((account) => !isTrainer(account))];
}
