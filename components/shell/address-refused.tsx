import { ERROR_TABLE } from '#lib/contract/errors.ts';

/** In place of every page where the request comes from an address that is not let in. Nothing to press: trying again changes nothing. */
export function AddressRefused() {
  return (
    <main
      id="main"
      className="mx-auto grid min-h-dvh max-w-md place-content-center justify-items-center gap-3 px-6 text-center"
    >
      <h1 className="text-2xl font-semibold">Not from this network</h1>
      <p className="text-quiet">{ERROR_TABLE.address_refused.sentence}</p>
      <p className="text-quiet text-sm">Whoever runs it decides from where it may be used.</p>
    </main>
  );
}
