'use client';

import { useState } from 'react';
import { Input } from '#components/ui/input.tsx';
import { Button } from '#components/ui/button.tsx';
import type { Switchboard } from '#lib/contract/lab/profile.ts';
import { count } from '../words.ts';

type FaultSwitchesProps = {
  id: string;
  board: Switchboard;
  without: readonly string[];
  onChange: (without: string[]) => void;
};

/** Every check of the application as a switch of its own, sorted by defence. All are on at first. */
export function FaultSwitches({ id, board, without, onChange }: FaultSwitchesProps) {
  const [wanted, setWanted] = useState('');
  const off = new Set(without);
  const toggle = (fault: string) =>
    onChange(off.has(fault) ? without.filter((one) => one !== fault) : [...without, fault]);
  const needle = wanted.trim().toLowerCase();
  const groups = board.defences
    .map((defence) => ({
      defence,
      faults: board.faults.filter(
        (fault) =>
          fault.defence === defence.id &&
          (needle === '' || `${fault.id} ${fault.what} ${defence.title}`.toLowerCase().includes(needle)),
      ),
    }))
    .filter(({ faults }) => faults.length > 0);
  return (
    <div className="border-line bg-surface grid gap-2 rounded-xl border p-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-sm font-medium">
          {off.size === 0 ? 'Everything stands' : `${count(off.size, 'check')} switched off`}
        </p>
        {off.size > 0 && (
          <Button size="small" look="ghost" onClick={() => onChange([])}>
            All on
          </Button>
        )}
      </div>
      <Input
        aria-label="Find a switch"
        placeholder="Find a switch"
        className="h-9"
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      <div className="max-h-80 overflow-auto pr-1" tabIndex={0} role="group" aria-label="Switches">
        {groups.map(({ defence, faults }) => (
          <fieldset key={defence.id} className="mb-3 grid gap-1">
            <legend className="text-quiet mb-1 text-[0.8125rem]">{defence.title}</legend>
            {faults.map((fault) => (
              <label
                key={fault.id}
                htmlFor={`${id}-${fault.id}`}
                className="hover:bg-sunken grid cursor-pointer grid-cols-[auto_minmax(0,1fr)] gap-x-2.5 rounded-lg px-2 py-1 text-sm"
              >
                <input
                  id={`${id}-${fault.id}`}
                  type="checkbox"
                  className="accent-accent row-span-2 mt-1 size-4"
                  checked={!off.has(fault.id)}
                  onChange={() => toggle(fault.id)}
                />
                <span className="font-mono text-xs font-semibold">{fault.id}</span>
                <span className="text-quiet">
                  Off: {fault.what.charAt(0).toLowerCase() + fault.what.slice(1)}
                </span>
              </label>
            ))}
          </fieldset>
        ))}
      </div>
    </div>
  );
}
