import type { Metadata } from 'next';
import { Link } from '#components/ui/link.tsx';
import { redirect } from 'next/navigation';
import { DemoAccounts } from '#components/sign-in/demo-accounts.tsx';
import { nextPath } from '#components/sign-in/next-path.ts';
import { OidcButton } from '#components/sign-in/oidc-button.tsx';
import { SignInForm } from '#components/sign-in/sign-in-form.tsx';
import { BRAND } from '#lib/contract/brand.ts';
import { signInMethods } from '#lib/stages/identity/sign-in-methods.ts';
import { whoIsHere } from '../../signed-in.ts';

export const metadata: Metadata = { title: 'Sign in' };

type Query = { next?: string | string[]; error?: string | string[]; retryAfterS?: string | string[] };

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const next = nextPath(first(query.next));
  if (await whoIsHere()) redirect(next);
  const { oidc, demoAccounts } = signInMethods();
  const demo = demoAccounts.length > 0;
  return (
    <div className="mx-auto grid w-full max-w-sm gap-7 pt-[8dvh]">
      <div className="grid gap-2">
        <h1 className="text-[1.75rem] leading-tight font-semibold">Ask about your {BRAND.name} bill</h1>
        <p className="text-quiet">
          {demo
            ? 'This is a demonstration with made-up customers. Step in with one click.'
            : 'Sign in to see your invoices and ask what they mean.'}
        </p>
      </div>
      {demo && (
        <>
          <DemoAccounts
            accounts={demoAccounts.map(({ email, label, blurb }) => ({ email, label, blurb }))}
            next={next}
          />
          <Or />
        </>
      )}
      {oidc && (
        <>
          <OidcButton next={next} />
          <Or />
        </>
      )}
      <SignInForm next={next} error={first(query.error)} retryAfterS={Number(first(query.retryAfterS))} />
      <p className="text-quiet text-center text-[0.8125rem]">
        <Link href="/about" className="hover:text-ink underline underline-offset-4">
          What the assistant is, what is stored and what leaves
        </Link>
      </p>
    </div>
  );
}

function Or() {
  return (
    <div className="text-quiet flex items-center gap-3 text-[0.8125rem]" aria-hidden>
      <span className="bg-line h-px grow" /> or <span className="bg-line h-px grow" />
    </div>
  );
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
