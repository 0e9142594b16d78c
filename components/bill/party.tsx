import type { partySchema } from '#lib/contract/bill.ts';
import type { z } from 'zod';

/** A name and address as it stands on an invoice. */
export function Party({ title, party }: { title: string; party: z.infer<typeof partySchema> }) {
  return (
    <div className="grid content-start gap-0.5">
      <p className="text-quiet text-[0.8125rem]">{title}</p>
      <p className="font-medium">{party.name}</p>
      {party.address
        .filter((line) => line !== party.name)
        .map((line) => (
          <p key={line} className="text-quiet">
            {line}
          </p>
        ))}
      {party.vatNumber && <p className="text-quiet tabular">VAT {party.vatNumber}</p>}
      {party.email && <p className="text-quiet break-all">{party.email}</p>}
    </div>
  );
}
