import 'server-only';
import { findInvoice } from '../answer/find-invoice.ts';
import {
  isZero,
  type Lookup,
  minorOf,
  num,
  read,
  rows,
  str,
  sub,
  type Topic,
  unsigned,
} from '../answer/read-result.ts';
import { bullets, paragraphs, plain, type Voice } from '../answer/voice.ts';
import type { InvoiceRef, Row, Task } from '../types.ts';

/** Two invoices side by side: the difference first, then every line behind it. */
export function* answerCompare(task: Task, voice: Voice): Topic {
  const args = yield* handles(task, voice);
  if ('missing' in args) return args.missing;
  const comparison = yield* read('compare_periods', args);
  if (!comparison) return voice.say('compare.none');
  return paragraphs(contradiction(task, comparison, voice), comparisonText(comparison, voice));
}

/** Handles for the invoices that are named; none for the latest two. */
function* handles(
  task: Task,
  voice: Voice,
): Lookup<{ newer?: string; older?: string } | { missing: string }> {
  const isDefault = (ref: InvoiceRef | undefined) => !ref || (ref.kind === 'latest' && ref.back === 0);
  if (isDefault(task.invoice) && !task.against) return {};
  const newer = yield* findInvoice(task.invoice, voice);
  if ('missing' in newer) return task.invoice?.kind === 'month' && !task.against ? {} : newer;
  const older = yield* findInvoice(task.against ?? oneEarlier(newer.invoice), voice);
  if ('missing' in older) return older;
  const [first, second] = [newer.invoice, older.invoice];
  if (str(first, 'handle') === str(second, 'handle')) return {};
  const inOrder = str(first, 'issuedOn') >= str(second, 'issuedOn');
  return { newer: str(inOrder ? first : second, 'handle'), older: str(inOrder ? second : first, 'handle') };
}

function oneEarlier(invoice: Row): InvoiceRef {
  return { kind: 'number', number: str(invoice, 'number'), back: 1 };
}

/** Who asks why it is lower when it is higher is told so. */
function contradiction(task: Task, comparison: Row, voice: Voice): string {
  const difference = minorOf(str(comparison, 'difference'));
  const { concepts } = task;
  if (difference > 0 && concepts.has('lower') && !concepts.has('higher'))
    return voice.say('compare.not_lower');
  if (difference < 0 && concepts.has('higher') && !concepts.has('lower'))
    return voice.say('compare.not_higher');
  return '';
}

export function comparisonText(comparison: Row, voice: Voice): string {
  const [older, newer] = [sub(comparison, 'older'), sub(comparison, 'newer')];
  const difference = str(comparison, 'difference');
  const percent = num(comparison, 'differencePercent');
  const slots = {
    newer: voice.link(newer ?? ''),
    older: voice.link(older ?? ''),
    after: str(newer, 'total'),
    before: str(older, 'total'),
    difference: unsigned(difference),
    percent: percent === null ? '' : voice.say('compare.percent', { percent: voice.percent(percent) }),
  };
  if (isZero(difference)) return paragraphs(voice.say('compare.same', slots), changesText(comparison, voice));
  return paragraphs(
    voice.say(minorOf(difference) > 0 ? 'compare.higher' : 'compare.lower', slots),
    changesText(comparison, voice),
  );
}

function changesText(comparison: Row, voice: Voice): string {
  const lines = rows(comparison, 'changes').map((row) => changeLine(row, voice));
  return lines.length === 0 ? '' : `${voice.say('compare.what')}\n\n${bullets(lines)}`;
}

function changeLine(row: Row, voice: Voice): string {
  const [before, after, difference] = [str(row, 'before'), str(row, 'after'), str(row, 'difference')];
  const key = before === '' ? 'compare.new' : after === '' ? 'compare.gone' : 'compare.change';
  const slots = {
    label: plain(str(row, 'label')),
    before,
    after,
    difference: unsigned(difference),
    sign: minorOf(difference) < 0 ? '−' : '+',
  };
  const reason = plain(str(row, 'reason'));
  return voice.say(key, slots) + (reason === '' ? '' : ` – ${reason}`);
}
