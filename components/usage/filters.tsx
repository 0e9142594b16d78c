import { FilterLinks } from '#components/bill/filter-links.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field, Input } from '#components/ui/input.tsx';
import { Select } from '#components/ui/select.tsx';
import { type OperatorUsage, usageCutSchema } from '#lib/contract/usage.ts';

export const CUTS = { day: 'Day', person: 'Person', tenant: 'Customer', model: 'Model' } as const;

type FiltersProps = { usage: OperatorUsage; tenant: string; model: string };

/** By what it is summed up, and of what: plain links and a plain form, so that a view can be kept as an address. */
export function Filters({ usage, tenant, model }: FiltersProps) {
  const { by, from, to, customers, models } = usage;
  const keep = { from, to, ...(tenant ? { tenant } : {}), ...(model ? { model } : {}) };
  return (
    <div className="mb-8 grid gap-4">
      <FilterLinks
        name="by"
        label="Summed up by"
        options={usageCutSchema.options.map((value) => ({ value, label: `By ${CUTS[value].toLowerCase()}` }))}
        current={by}
        keep={keep}
        all={null}
      />
      <form
        method="get"
        className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1.4fr_1.4fr_auto]"
      >
        <input type="hidden" name="by" value={by} />
        <Field label="From" htmlFor="usage-from">
          <Input id="usage-from" type="date" name="from" defaultValue={from} required />
        </Field>
        <Field label="To" htmlFor="usage-to">
          <Input id="usage-to" type="date" name="to" defaultValue={to} required />
        </Field>
        <Field label="Customer" htmlFor="usage-tenant">
          <Select
            id="usage-tenant"
            name="tenant"
            defaultValue={tenant}
            options={[
              { value: '', label: 'Every customer' },
              ...customers.map(({ tenantId, name }) => ({ value: tenantId, label: name })),
            ]}
          />
        </Field>
        <Field label="Model" htmlFor="usage-model">
          <Select
            id="usage-model"
            name="model"
            defaultValue={model}
            options={[
              { value: '', label: 'Every model' },
              ...models.map((name) => ({ value: name, label: name })),
            ]}
          />
        </Field>
        <Button type="submit" className="h-11">
          Show
        </Button>
      </form>
    </div>
  );
}
