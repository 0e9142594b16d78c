import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { type Context, Provider } from 'oidc-provider';

/** Someone at the provider. */
export type ProviderAccount = { subject: string; email: string; emailVerified: boolean };

export type LocalProvider = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who answers the provider's sign-in from now on; nobody is asked. */
  signInAs(account: ProviderAccount): void;
  stop(): Promise<void>;
};

const TEN_MINUTES_S = 600;

/**
 * A real OpenID provider on loopback. It demands PKCE, signs its ID tokens and signs whoever `signInAs` names in without a
 * page.
 */
export async function startLocalProvider(redirectUris: readonly string[]): Promise<LocalProvider> {
  const accounts = new Map<string, ProviderAccount>();
  let current = '';
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const client = { clientId: 'countersign', clientSecret: randomBytes(24).toString('base64url') };

  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: redirectUris,
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    jwks: { keys: [signingKey()] },
    cookies: { keys: [randomBytes(24).toString('base64url')] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    ttl: {
      Interaction: TEN_MINUTES_S,
      Grant: TEN_MINUTES_S,
      Session: TEN_MINUTES_S,
      AccessToken: TEN_MINUTES_S,
      IdToken: TEN_MINUTES_S,
    },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    interactions: {
      url: (_context: Context, interaction: { uid: string }) => `/interaction/${interaction.uid}`,
    },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => claimsOf(accounts.get(sub)) }),
    loadExistingGrant: async ({ oidc }: Context) => {
      const grant = new provider.Grant({ accountId: oidc.session.accountId, clientId: oidc.client.clientId });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return answer(request, response);
    void provider.interactionFinished(request, response, { login: { accountId: current } });
  });
  return {
    issuer,
    ...client,
    signInAs(account) {
      accounts.set(account.subject, account);
      current = account.subject;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
}

function claimsOf(account: ProviderAccount | undefined): Record<string, unknown> {
  return { sub: account?.subject ?? '', email: account?.email, email_verified: account?.emailVerified };
}

function signingKey(): object {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', kid: 'test' };
}
