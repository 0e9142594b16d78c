import type { Metadata } from 'next';
import { JoinForm } from '#components/lab/class/join-form.tsx';

export const metadata: Metadata = { title: 'Join the class' };

type JoinPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The way into a class: the code from the wall, which the QR code brings along, and a name. */
export default async function JoinPage({ searchParams }: JoinPageProps) {
  const { code } = await searchParams;
  return (
    <div className="mx-auto max-w-sm py-6 sm:py-12">
      <h1 className="mb-2 text-3xl font-semibold tracking-tight">Join the class</h1>
      <p className="text-quiet mb-8">
        Attack a made-up company’s billing assistant. Nothing here is real money.
      </p>
      <JoinForm code={typeof code === 'string' ? code.slice(0, 20) : ''} />
    </div>
  );
}
