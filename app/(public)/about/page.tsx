import type { Metadata } from 'next';
import { Link } from '#components/ui/link.tsx';
import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { BRAND } from '#lib/contract/brand.ts';
import { DAY_MS } from '#lib/kernel/clock.ts';
import { env } from '#lib/kernel/env.ts';
import { CONVERSATION_KEPT_MS } from '#lib/stages/admission/policy.ts';
import type { ProviderNotice } from '#lib/stages/model/families/describe-provider.ts';
import { chooseModel, providerInUse, secondProvider } from '#lib/stages/model/choose-model.ts';

export const metadata: Metadata = { title: 'About this assistant' };

export default function AboutPage() {
  const { scripted } = chooseModel();
  return (
    <article className="mx-auto grid max-w-2xl gap-10 pt-6 sm:pt-12">
      <header className="grid gap-3">
        <h1 className="text-[2rem] leading-tight font-semibold">About this assistant</h1>
        <p className="text-quiet text-lg leading-relaxed">
          It answers questions about your {BRAND.name} bill from your own invoices, payments, plan and usage.
          It reads, and it can prepare a change; only your own press on a card makes one happen.
        </p>
      </header>
      <Part title="You are talking to an AI system">
        {scripted ? (
          <p>
            In this demonstration the words come from a scripted stand-in for a language model. It runs on
            this machine, follows fixed rules, and believes instructions it should not believe – on purpose,
            so that one can see the protections around it at work.
          </p>
        ) : (
          <p>The sentences are written by a language model and can be wrong.</p>
        )}
        <p>
          Amounts, dates and statuses on cards do not come from the model. They are filled from your records
          by ordinary code, and every card leads to the page it was taken from.
        </p>
      </Part>
      <Part title="What it can and cannot do">
        <ul className="grid list-disc gap-1.5 pl-5">
          <li>It looks up what you may see yourself, and nothing of any other customer.</li>
          <li>
            It can prepare a refund, a change of plan or seats, a pause or an end, a new billing address or
            another attempt at a payment. You see exactly what would happen, and decide; larger refunds take a
            second person. It cannot decide, send or delete anything itself.
          </li>
          <li>Text on an invoice that tries to give it orders is treated as text, nothing more.</li>
          <li>It never shows images or links to other sites.</li>
        </ul>
      </Part>
      <Part title="What is stored">
        <p>
          Your conversations, encrypted with a key of their own, readable by you alone: no role, not even an
          administrator, can open them here. Each is deleted with its key {CONVERSATION_KEPT_MS / DAY_MS} days
          after its last message, earlier if you or your organisation choose so, or when you delete it. A
          temporary chat is in no list and no search, and gone an hour after its last message. A log notes
          that something happened, never what was said.
        </p>
        <p>
          What you asked to change, what became of it, and what you asked a person to look into are records of
          their own: they stay when the conversation goes.
        </p>
        <p>
          Under{' '}
          <Link href="/account/privacy" className="text-accent underline underline-offset-4">
            Your data
          </Link>{' '}
          you see what is held about you, take a copy of all of it, and erase a conversation or your account.
          You get a signed receipt for what was erased.
        </p>
      </Part>
      <WhatLeaves scripted={scripted} />
      <Part title="A person instead">
        <p>
          Write to{' '}
          <a className="text-accent underline underline-offset-4" href={`mailto:${BRAND.supportEmail}`}>
            {BRAND.supportEmail}
          </a>{' '}
          or call {BRAND.supportPhone}. In the chat, “Talk to a person” passes on what you choose to tell, and
          the reply comes back there.
        </p>
      </Part>
      <div>
        <Button look="primary" asChild>
          <Link href="/">To the assistant</Link>
        </Button>
      </div>
    </article>
  );
}

function WhatLeaves({ scripted }: { scripted: boolean }) {
  const { DETECTOR, SMTP_URL } = env();
  return (
    <Part title="What leaves this service">
      {scripted ? (
        <p>The stand-in answers on this machine: no word of yours goes to a model provider.</p>
      ) : (
        <WhoAnswers />
      )}
      {DETECTOR !== '' && (
        <p>Your message, with such details hidden, is also checked by an outside service for attacks.</p>
      )}
      {SMTP_URL !== '' && <p>Receipts and notices are sent to you by e-mail.</p>}
      <p>These pages load nothing from anywhere else.</p>
    </Part>
  );
}

/** What goes to the provider, who that is, what it keeps, and what it can’t be told. */
function WhoAnswers() {
  const provider = providerInUse();
  if (!provider) return null;
  const second = secondProvider();
  return (
    <>
      <p>
        Your question, a few earlier messages, your workspace’s name and the records needed for the answer go
        to {nameOf(provider)}. E-mail addresses, telephone, account and identity numbers are hidden from it;
        passwords and card numbers are taken out before anything is stored.
      </p>
      <WhatItKeeps provider={provider} />
      {second && (
        <>
          <p>
            Where it does not answer, the same goes to a second one instead: {nameOf(second)} ({second.host}).
          </p>
          <WhatItKeeps provider={second} />
        </>
      )}
    </>
  );
}

function nameOf({ family, name, isOwn }: ProviderNotice): string {
  const who = family === 'other' ? 'the model provider that is configured here' : name;
  return isOwn ? `${who}, which runs on machines of ours` : who;
}

function WhatItKeeps({ provider: { isOwn, keeps, keptDays, unsent } }: { provider: ProviderNotice }) {
  if (isOwn) return null;
  return (
    <p>
      What it keeps{keptDays === null ? '' : `, for up to ${keptDays} days`}: {keeps}
      {unsent.map((setting) => ` It cannot be told ${setting}.`).join('')}
    </p>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-2.5 leading-relaxed">
      <h2 className="text-lg font-semibold">{title}</h2>
      {children}
    </section>
  );
}
