'use client';

import { Download } from 'lucide-react';
import { TroubleNote } from '#components/approvals/trouble-note.tsx';
import { Day } from '#components/bill/day.tsx';
import { Button } from '#components/ui/button.tsx';
import { EXPORT_KEPT_DAYS, type ExportStatus } from '#lib/contract/privacy.ts';
import { useCopies } from './use-copies.ts';
import { copyUrl } from './wire/requests.ts';

const STATES = {
  waiting: 'Waiting to begin',
  building: 'Being made',
  ready: 'Ready',
  downloaded: 'Downloaded, and deleted here',
  failed: 'Could not be made, or was withdrawn. Please ask for another',
} as const satisfies Record<ExportStatus['status'], string>;

/** Asking for a copy of one's data, watching it being made, and fetching it once. */
export function Copies({ first }: { first: readonly ExportStatus[] }) {
  const { copies, trouble, busy, request, onFetched } = useCopies(first);
  return (
    <div className="grid gap-5 px-5 py-5">
      <p className="max-w-prose">
        A file with everything we hold about you: to read, and as JSON with a published schema to take
        elsewhere. It is made in the background, stored encrypted, and can be downloaded once within{' '}
        {EXPORT_KEPT_DAYS} days.
      </p>
      {trouble && <TroubleNote trouble={trouble} />}
      <Button
        look="primary"
        className="justify-self-start"
        aria-disabled={busy}
        onClick={() => void request()}
      >
        Make a copy of my data
      </Button>
      <ul className="grid gap-2" aria-label="Copies of your data">
        {copies.map((copy) => (
          <Copy key={copy.exportId} copy={copy} onFetched={onFetched} />
        ))}
      </ul>
    </div>
  );
}

function Copy({ copy, onFetched }: { copy: ExportStatus; onFetched: () => void }) {
  const { status, progress, createdAt, expiresAt, exportId } = copy;
  const isRunning = status === 'waiting' || status === 'building';
  return (
    <li
      className="border-line flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-xl border px-4 py-2.5"
      data-status={status}
    >
      <div className="min-w-0 grow basis-52">
        <p>
          Copy of <Day value={createdAt.slice(0, 10)} />
          <span className="text-quiet" role="status">
            {' '}
            – {STATES[status]}
          </span>
        </p>
        {isRunning && (
          <progress
            className="bg-line [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent [&::-moz-progress-bar]:bg-accent mt-2 block h-1.5 w-full max-w-64 appearance-none overflow-hidden rounded-full"
            max={100}
            value={progress}
            aria-label="How far the copy is"
          />
        )}
        {status === 'ready' && (
          <p className="text-quiet text-[0.8125rem]">
            Works once, until <Day value={expiresAt.slice(0, 10)} />
          </p>
        )}
      </div>
      {status === 'ready' && (
        <Button asChild>
          <a href={copyUrl(exportId)} download onClick={onFetched}>
            <Download aria-hidden /> Download
          </a>
        </Button>
      )}
    </li>
  );
}
