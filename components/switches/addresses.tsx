'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { Empty, Section, Sheet } from '#components/bill/section.tsx';
import { When } from '#components/ui/when.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { Modal } from '#components/ui/modal.tsx';
import type { AddressRule } from '#lib/contract/switches.ts';
import { AddressForm } from './address-form.tsx';
import { AddressRemoval } from './address-removal.tsx';

type AddressesProps = {
  rules: readonly AddressRule[];
  yourAddress: string | null;
  mayChange: boolean;
  timeZone: string;
};

/** From which addresses the service may be used. */
export function Addresses({ rules, yourAddress, mayChange, timeZone }: AddressesProps) {
  const router = useRouter();
  const opener = useRef<HTMLElement>(null);
  const [asking, setAsking] = useState<'add' | AddressRule | null>(null);
  const ask = (what: 'add' | AddressRule, button: HTMLElement) => {
    opener.current = button;
    setAsking(what);
  };
  const close = () => setAsking(null);
  const done = () => {
    close();
    router.refresh();
  };
  const removed = asking !== 'add' ? asking : null;
  return (
    <Section
      title="Addresses"
      aside={
        mayChange && (
          <Button size="small" onClick={(event) => ask('add', event.currentTarget)}>
            Add a rule
          </Button>
        )
      }
    >
      <p className="text-quiet mb-3 text-sm">
        {sayRules(rules)} You are at{' '}
        <span className="font-mono [overflow-wrap:anywhere]">
          {yourAddress ?? 'an address that can’t be told'}
        </span>
        .
      </p>
      {rules.length === 0 ? (
        <Empty title="No rule">
          A rule lets a range of addresses in or keeps it out, before anything else of a request is looked at.
        </Empty>
      ) : (
        <Sheet>
          <ul className="divide-line divide-y" aria-label="Address rules">
            {rules.map((rule) => (
              <RuleRow
                key={rule.ruleId}
                rule={rule}
                timeZone={timeZone}
                onRemove={mayChange ? (button) => ask(rule, button) : null}
              />
            ))}
          </ul>
        </Sheet>
      )}
      <Modal
        open={asking !== null}
        onOpenChange={(open) => !open && close()}
        returnTo={opener}
        title={removed ? `Take away the rule for ${removed.range}` : 'Add a rule'}
        description="It holds within a second. What would keep out your own address can’t be done here."
      >
        {asking === 'add' && <AddressForm onCancel={close} onDone={done} />}
        {removed && <AddressRemoval rule={removed} onCancel={close} onDone={done} />}
      </Modal>
    </Section>
  );
}

function sayRules(rules: readonly AddressRule[]): string {
  if (rules.length === 0) return 'Every address is let in.';
  return rules.some(({ action }) => action === 'allow')
    ? 'Only addresses in a range that is let in, and in none that is kept out, get through.'
    : 'Every address gets through that is in no range below.';
}

type RuleRowProps = {
  rule: AddressRule;
  timeZone: string;
  onRemove: ((opener: HTMLElement) => void) | null;
};

function RuleRow({ rule: { action, range, reason, setAt, setBy }, timeZone, onRemove }: RuleRowProps) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3 sm:px-5">
      <span className="grid min-w-0 gap-1">
        <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <span className="font-mono text-[0.9375rem] [overflow-wrap:anywhere]">{range}</span>
          <Badge tone={action === 'allow' ? 'good' : 'bad'}>
            {action === 'allow' ? 'Let in' : 'Kept out'}
          </Badge>
        </span>
        <span className="max-w-prose text-sm [overflow-wrap:anywhere]">{reason}</span>
        <span className="text-quiet text-[0.8125rem]">
          Since <When at={setAt} timeZone={timeZone} />, by {setBy}
        </span>
      </span>
      {onRemove && (
        <Button
          size="small"
          onClick={(event) => onRemove(event.currentTarget)}
          aria-label={`Take away the rule for ${range}`}
        >
          Take away
        </Button>
      )}
    </li>
  );
}
