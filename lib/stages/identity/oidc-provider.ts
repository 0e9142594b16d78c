import 'server-only';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { z } from 'zod';
import { env } from '#lib/kernel/env.ts';
import type { ProviderClaims } from './auth-flows.ts';

const idTokenSchema = z.object({
  iss: z.string().min(1),
  sub: z.string().min(1),
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
});
const userInfoSchema = idTokenSchema.omit({ iss: true });

/** Any OpenID provider, by discovery: code flow with PKCE, state and nonce. Null where OIDC_* is not set. */
export function oidcProvider(): OAuthConfig<unknown> | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env();
  if (OIDC_ISSUER === '') return null;
  return {
    id: 'oidc',
    name: 'Company sign-in',
    type: 'oauth',
    wellKnown: `${OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    authorization: { params: { scope: 'openid email' } },
    checks: ['pkce', 'state', 'nonce'],
    // Has the client verify the ID token (signature, issuer, audience, nonce) before anything below runs.
    idToken: true,
    userinfo: {
      request: async ({ client, tokens }) => {
        const claims = readIdToken(tokens.id_token);
        const info = userInfoSchema.parse(await client.userinfo(tokens.access_token ?? ''));
        if (info.sub !== claims.sub) throw new TypeError('User info is about someone else');
        return { ...info, ...claims };
      },
    },
    profile: (claims) => ({ id: idTokenSchema.parse(claims).sub }),
  };
}

/** The claims in our words. Providers put the address into the ID token or only into the user info. */
export function providerClaims(profile: unknown): ProviderClaims {
  const { iss, sub, email, email_verified } = idTokenSchema.parse(profile);
  return { issuer: iss, subject: sub, email: email ?? null, emailVerified: email_verified === true };
}

function readIdToken(token: string | undefined): z.infer<typeof idTokenSchema> {
  const payload = Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString('utf8');
  return idTokenSchema.parse(JSON.parse(payload));
}
