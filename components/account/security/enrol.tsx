import { Smartphone } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import type { Enrolment } from '#lib/contract/factor.ts';
import { CodeForm } from './code-form.tsx';
import { QrCode } from './qr-code.tsx';

type EnrolProps = {
  enrolment: Enrolment;
  busy: boolean;
  demonstrates: boolean;
  onConfirm: (code: string) => void;
};

/** The secret, shown once, and the first code that proves that an app has it. */
export function Enrol({ enrolment, busy, demonstrates, onConfirm }: EnrolProps) {
  const groups = enrolment.secret.match(/.{1,4}/g) ?? [];
  return (
    <>
      <div className="grid gap-2">
        <h3 className="font-semibold">1. Add it to your authenticator app</h3>
        <p className="text-quiet max-w-prose">
          Scan the code with the app, press the button where the app is on this device, or type the key by
          hand. It is shown only now.
        </p>
        <QrCode text={enrolment.uri} label="Code to scan with your app" />
        <p
          className="bg-sunken w-fit rounded-xl px-4 py-3 font-mono text-[0.9375rem] tracking-wide [overflow-wrap:anywhere]"
          aria-label="Key for your app"
        >
          {groups.join(' ')}
        </p>
        <Button className="justify-self-start" asChild>
          <a href={enrolment.uri}>
            <Smartphone aria-hidden /> Open my app
          </a>
        </Button>
      </div>
      <div className="grid gap-2">
        <h3 className="font-semibold">2. Type the code that it shows</h3>
        <CodeForm
          label="Six digits"
          action="Confirm"
          busy={busy}
          demonstrates={demonstrates}
          onSubmit={onConfirm}
        />
      </div>
    </>
  );
}
