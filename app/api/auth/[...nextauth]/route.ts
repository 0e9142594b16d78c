import { signIn } from '#lib/commands/sign-in.ts';
import { signInDemo } from '#lib/commands/sign-in-demo.ts';
import { signInProvider } from '#lib/commands/sign-in-provider.ts';
import { signOut } from '#lib/commands/sign-out.ts';
import type { AuthFlows } from '#lib/stages/identity/auth-flows.ts';
import { handleAuth } from '#lib/stages/identity/handle-auth.ts';
import { auditedRoute, refuseMethods } from '../../audit-refusals.ts';

const flows: AuthFlows = { password: signIn, demo: signInDemo, provider: signInProvider, signOut };

export const GET = auditedRoute('auth', (request) => handleAuth(request, flows));
export const POST = auditedRoute('auth', (request) => handleAuth(request, flows));
export const { PUT, PATCH, DELETE } = refuseMethods('auth', 'GET', 'POST');
