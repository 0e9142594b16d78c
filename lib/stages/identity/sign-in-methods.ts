import 'server-only';
import { env } from '#lib/kernel/env.ts';
import { DEMO_ACCOUNTS, type DemoAccount } from './demo-accounts.ts';

/** What the sign-in page and the role switcher may offer. Without DEMO the accounts are an empty list. */
export function signInMethods(): { oidc: boolean; demoAccounts: readonly DemoAccount[] } {
  const { DEMO, OIDC_ISSUER } = env();
  return { oidc: OIDC_ISSUER !== '', demoAccounts: DEMO ? DEMO_ACCOUNTS : [] };
}
