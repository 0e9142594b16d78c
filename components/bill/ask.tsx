'use client';

import { MessageCircleQuestion } from 'lucide-react';
import { Link } from '#components/ui/link.tsx';
import { createContext, type ReactNode, useContext } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Hint } from '#components/ui/hint.tsx';
import { askHref } from './links.ts';

type Ask = (question: string) => void;
const AskContext = createContext<Ask | null>(null);

/** Inside a chat, "Ask about this" fills its composer; elsewhere it opens a new chat. */
export function AskProvider({ ask, children }: { ask: Ask; children: ReactNode }) {
  return <AskContext value={ask}>{children}</AskContext>;
}

type AskProps = {
  question: string;
  /** What `this` is, for screen readers. */ about: string;
  label?: string;
};

/** Puts a question into the composer; the person decides whether to send it. */
export function AskAbout({ question, about, label }: AskProps) {
  const ask = useContext(AskContext);
  const face = (
    <>
      <MessageCircleQuestion aria-hidden />
      {label}
    </>
  );
  const shared = {
    look: label ? 'outline' : 'ghost',
    size: label ? 'small' : 'icon-small',
    'aria-label': label ? `${label}: ${about}` : `Ask about ${about}`,
    className: 'print:hidden',
  } as const;
  const button = ask ? (
    <Button {...shared} onClick={() => ask(question)}>
      {face}
    </Button>
  ) : (
    <Button {...shared} asChild>
      <Link href={askHref(question)} prefetch={false}>
        {face}
      </Link>
    </Button>
  );
  return label ? button : <Hint text="Ask about this">{button}</Hint>;
}
