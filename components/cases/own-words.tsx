import { CONTEST_GROUNDS, type SupportCase } from '#lib/contract/cases.ts';

/** What a person sent with a case: exactly what the agent reads. */
export function OwnWords({ one }: { one: SupportCase }) {
  const own = one.texts.find((text) => text.author === 'customer');
  return (
    <div className="grid gap-1.5">
      {one.ground && <p>{CONTEST_GROUNDS[one.ground]}</p>}
      {own && <p className="[overflow-wrap:anywhere] whitespace-pre-wrap">{own.text}</p>}
      {own && own.invoices.length > 0 && (
        <p className="text-quiet text-[0.8125rem]">Linked: invoice {own.invoices.join(', ')}</p>
      )}
      {!own && !one.ground && <p className="text-quiet">Nothing was written.</p>}
    </div>
  );
}
