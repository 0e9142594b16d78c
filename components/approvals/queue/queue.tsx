import { FilterLinks } from '#components/bill/filter-links.tsx';
import { Empty, PageHead } from '#components/bill/section.tsx';
import { Button } from '#components/ui/button.tsx';
import { Input } from '#components/ui/input.tsx';
import { CHANGE_TABLE, CHANGE_TOOLS, type ChangeTool, type QueueItem } from '#lib/contract/approvals.ts';
import { AMOUNT_BANDS, type AmountBand, filterQueue } from './filter-queue.ts';
import { QueueRows } from './queue-rows.tsx';

export type QueueFilter = {
  state: 'waiting' | 'ended';
  tool: ChangeTool | null;
  band: AmountBand | null;
  customer: string;
};

type QueueProps = { items: readonly QueueItem[]; filter: QueueFilter; timeZone: string };

/** What customers confirmed and a finance approver countersigns. Filters live in the address, so that the way back keeps them. */
export function Queue({ items, filter, timeZone }: QueueProps) {
  const shown = filterQueue(items, filter);
  const keep: Record<string, string> = {
    ...(filter.state === 'ended' && { state: 'ended' }),
    ...(filter.tool && { tool: filter.tool }),
    ...(filter.band && { amount: filter.band }),
    ...(filter.customer && { customer: filter.customer }),
  };
  return (
    <>
      <PageHead title="Approvals queue">
        Changes that a customer confirmed and that need a second person. You see the account, never the
        conversation.
      </PageHead>
      <Filters filter={filter} keep={keep} />
      {shown.length > 0 ? (
        <>
          <QueueRows items={shown} timeZone={timeZone} />
          <p className="text-quiet mt-3 hidden text-[0.8125rem] sm:block">
            <Key>j</Key> and <Key>k</Key> move, <Key>Enter</Key> opens.
          </p>
        </>
      ) : (
        <Empty title={filter.state === 'waiting' ? 'Nothing waits here' : 'Nothing was decided here yet'}>
          {Object.keys(keep).length > 0
            ? 'Nothing fits these filters. Choose “All” to see more.'
            : 'As soon as a customer confirms a change that takes two people, it stands here.'}
        </Empty>
      )}
    </>
  );
}

function Filters({ filter, keep }: { filter: QueueFilter; keep: Record<string, string> }) {
  const without = (name: string) => Object.fromEntries(Object.entries(keep).filter(([key]) => key !== name));
  return (
    <div className="mb-5 flex flex-wrap items-center gap-x-6 gap-y-3">
      <FilterLinks
        name="state"
        label="State"
        all="Waiting"
        options={[{ value: 'ended', label: 'Decided' }]}
        current={filter.state === 'ended' ? 'ended' : null}
        keep={without('state')}
      />
      <FilterLinks
        name="amount"
        label="Amount"
        options={Object.entries(AMOUNT_BANDS).map(([value, { label }]) => ({ value, label }))}
        current={filter.band}
        keep={without('amount')}
      />
      <form className="flex flex-wrap items-center gap-2" aria-label="Kind and customer">
        {Object.entries(keep).map(
          ([name, value]) =>
            name !== 'customer' &&
            name !== 'tool' && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <select
          name="tool"
          aria-label="Kind of change"
          defaultValue={filter.tool ?? ''}
          className="border-line-strong bg-surface h-9 rounded-lg border px-2.5 text-sm"
        >
          <option value="">Every kind</option>
          {CHANGE_TOOLS.map((tool) => (
            <option key={tool} value={tool}>
              {CHANGE_TABLE[tool].label}
            </option>
          ))}
        </select>
        <Input
          name="customer"
          aria-label="Customer"
          placeholder="Customer"
          defaultValue={filter.customer}
          maxLength={80}
          className="h-9 w-40 sm:text-sm"
        />
        <Button type="submit" className="h-9">
          Filter
        </Button>
      </form>
    </div>
  );
}

function Key({ children }: { children: string }) {
  return (
    <kbd className="border-line bg-sunken rounded border px-1.5 py-0.5 font-mono text-xs">{children}</kbd>
  );
}
