import 'server-only';
import { fault } from '#faults';
import { z } from 'zod';
import type { ChangeTool } from '#lib/contract/approvals.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { ChangeDraft, ChangeEffect, ChangeProblem, ChangeRequest, Viewer } from '#lib/kernel/ports.ts';

export type RequestOf<T extends ChangeTool> = Extract<ChangeRequest, { tool: T }>;
export type Drafted = Promise<ChangeDraft | ChangeProblem>;
/** The decision that a change is made for. */
export type Decided = { proposalId: string };

/** One tool of `CHANGES`. Arguments come from a row: unknown until its own strict schema has read them. */
export type Change<T extends ChangeTool> = {
  draft: (viewer: Viewer, tx: Tx, request: RequestOf<T>) => Drafted;
  redraft: (viewer: Viewer, tx: Tx, args: unknown) => Drafted;
  apply: (viewer: Viewer, tx: Tx, args: unknown, decided: Decided) => Promise<ChangeEffect>;
};

type Parts<T extends ChangeTool, A> = {
  /** Canonical arguments: strict, whole numbers, ranges. */
  arguments: z.ZodType<A>;
  /** What these arguments were drafted from. */
  toRequest: (args: A) => RequestOf<T>;
  /** Takes the rows that the draft rests on, so that they stay as they are until the transaction ends. */
  lock: (viewer: Viewer, tx: Tx, args: A) => Promise<void>;
  draft: (viewer: Viewer, tx: Tx, request: RequestOf<T>) => Drafted;
  apply: (viewer: Viewer, tx: Tx, args: A, decided: Decided) => Promise<ChangeEffect>;
};

/** Ties a tool's parts together: nothing is locked, drafted again or written from arguments that its schema does not know. */
export function defineChange<T extends ChangeTool, A>(parts: Parts<T, A>): Change<T> {
  const parse = (args: unknown): A => {
    if (fault('stored-arguments-unchecked')) return z.custom<A>().parse(args);
    const parsed = parts.arguments.safeParse(args);
    if (!parsed.success) throw new AppError('no_longer_possible');
    return parsed.data;
  };
  return {
    draft: parts.draft,
    redraft: async (viewer, tx, args) => {
      const known = parse(args);
      await parts.lock(viewer, tx, known);
      return parts.draft(viewer, tx, parts.toRequest(known));
    },
    apply: async (viewer, tx, args, decided) => parts.apply(viewer, tx, parse(args), decided),
  };
}

/** Throws `no_longer_possible` unless exactly one row was changed: what a decision counted on is not there any more. */
export function expectOne({ count }: { count: number }): void {
  if (count !== 1) throw new AppError('no_longer_possible');
}
