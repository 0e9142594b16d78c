import { QrCode } from '#components/account/security/qr-code.tsx';
import { Empty } from '#components/bill/section.tsx';
import type { Desk } from '#lib/contract/lab/class.ts';

/** Address, code and QR code, as large as the place allows. */
export function WayIn({ desk, large = false }: { desk: Desk; large?: boolean }) {
  if (desk.address === null || desk.joinUrl === null)
    return (
      <Empty title="No class is open to the network">
        <p>
          Start it with <code className="font-mono">LAB=1 npm run class</code>. The address and the code then
          stand here.
        </p>
      </Empty>
    );
  return (
    <div className="bg-surface border-line flex flex-wrap items-center gap-x-10 gap-y-6 rounded-2xl border p-6 sm:p-8">
      <QrCode
        text={desk.joinUrl}
        label={`QR code for ${desk.joinUrl}`}
        className={large ? 'size-56 shrink-0 sm:size-80' : 'shrink-0'}
      />
      <dl className="grid min-w-0 gap-5">
        <div>
          <dt className="text-quiet">Address</dt>
          <dd
            className={
              large
                ? 'text-2xl font-semibold [overflow-wrap:anywhere] sm:text-5xl'
                : 'text-xl font-semibold [overflow-wrap:anywhere]'
            }
          >
            {desk.address}
          </dd>
        </div>
        <div>
          <dt className="text-quiet">Code</dt>
          <dd
            className={
              large
                ? 'font-mono text-5xl font-semibold tracking-[0.12em] sm:text-8xl'
                : 'font-mono text-4xl font-semibold tracking-[0.12em]'
            }
          >
            {desk.code}
          </dd>
        </div>
      </dl>
    </div>
  );
}
