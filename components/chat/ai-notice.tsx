import { Bot } from 'lucide-react';
import { Link } from '#components/ui/link.tsx';

/** Stands before the first message: who answers, and what to make of it. */
export function AiNotice({ scripted }: { scripted: boolean }) {
  return (
    <p className="text-quiet flex items-start gap-2.5 text-[0.8125rem]">
      <Bot className="mt-0.5 size-4 shrink-0" aria-hidden />
      <span>
        <strong className="text-ink font-medium">You are talking to an AI system.</strong>{' '}
        {scripted
          ? 'In this demonstration it is a scripted stand-in for a language model. '
          : 'Its sentences can be wrong. '}
        Amounts on cards come straight from your records, and nothing changes without your own press.{' '}
        <Link href="/about" className="text-accent underline underline-offset-4">
          How this works
        </Link>
      </span>
    </p>
  );
}
