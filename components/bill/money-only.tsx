import { LockKeyhole } from 'lucide-react';
import { Link } from '#components/ui/link.tsx';
import { Button } from '#components/ui/button.tsx';
import { Sheet } from './section.tsx';

/** What a member sees where money stands: whom to ask, and what is open to them. */
export function MoneyIsWithOwner({ what }: { what: string }) {
  return (
    <Sheet className="mx-auto mt-10 max-w-lg px-6 py-10 text-center">
      <LockKeyhole className="text-quiet mx-auto mb-3 size-6" aria-hidden />
      <h1 className="text-xl font-semibold">{what} are with your workspace’s owner</h1>
      <p className="text-quiet mt-2">
        Your role sees the plan and usage, but not amounts or payments. The owner of your workspace can look
        this up for you.
      </p>
      <div className="mt-6 flex justify-center gap-2">
        <Button asChild>
          <Link href="/plan">See the plan</Link>
        </Button>
        <Button asChild>
          <Link href="/usage">See usage</Link>
        </Button>
      </div>
    </Sheet>
  );
}
