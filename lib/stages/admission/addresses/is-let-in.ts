import 'server-only';
import { BlockList, isIPv4 } from 'node:net';
import type { AddressAction } from '#lib/contract/switches.ts';
import { parseRange } from './parse-range.ts';

export type Rule = { action: AddressAction; range: string };
type Family = 'ipv4' | 'ipv6';
/** A list for each family: in one list, `::/0` would match every IPv4 address too. */
export type DoorRules = {
  count: number;
  onlyAllowed: boolean;
  lists: Record<AddressAction, Record<Family, BlockList>>;
};

/** Rules, ready to be asked. Throws `RangeError` where one can't be read: half the rules are not the rules. */
export function compileRules(rules: readonly Rule[]): DoorRules {
  const pair = () => ({ ipv4: new BlockList(), ipv6: new BlockList() });
  const lists = { allow: pair(), deny: pair() };
  for (const { action, range } of rules) {
    const parsed = parseRange(range);
    if (!parsed) throw new RangeError('A stored address rule is no range');
    lists[action][parsed.family].addSubnet(parsed.address, parsed.prefix, parsed.family);
  }
  const onlyAllowed = rules.some(({ action }) => action === 'allow');
  return { count: rules.length, onlyAllowed, lists };
}

/**
 * Whether these rules let an address in (as `canonicalAddress` writes it; null: it can't be told). Without a rule everybody. A denied
 * range keeps out whatever else says; once a range is allowed, only allowed ones get in; who can't be told apart never does.
 */
export function isLetIn({ count, onlyAllowed, lists }: DoorRules, address: string | null): boolean {
  if (count === 0) return true;
  if (address === null) return false;
  const family = isIPv4(address) ? 'ipv4' : 'ipv6';
  if (lists.deny[family].check(address, family)) return false;
  return !onlyAllowed || lists.allow[family].check(address, family);
}
