import { Link } from '#components/ui/link.tsx';
import { Button } from '#components/ui/button.tsx';

/** The same words whether there is nothing or nothing that this viewer may see. */
export function NothingHere() {
  return (
    <div className="mx-auto grid min-h-[60dvh] max-w-md place-content-center justify-items-center gap-3 px-6 text-center">
      <p className="text-quiet tabular text-sm">404</p>
      <h1 className="text-2xl font-semibold">There is nothing here</h1>
      <p className="text-quiet">The address may be mistyped, or what stood here is not yours to see.</p>
      <Button look="primary" className="mt-2" asChild>
        <Link href="/">To the start</Link>
      </Button>
    </div>
  );
}
