'use client';

import { PanelLeft } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { HistoryList } from '#components/chat/history/history-list.tsx';
import { Button } from '#components/ui/button.tsx';
import { Drawer } from '#components/ui/dialog.tsx';
import { Header, type SignedInFacts } from './header.tsx';

type ChatFrameProps = { person: SignedInFacts; now: string; timeZone: string; children: ReactNode };

/** The chat's frame: history beside the conversation, or in a drawer on phones. */
export function ChatFrame({ person, now, timeZone, children }: ChatFrameProps) {
  const [drawer, setDrawer] = useState(false);
  return (
    <div className="flex h-dvh flex-col">
      <Header
        person={person}
        leading={
          <Button
            look="ghost"
            size="icon"
            className="lg:hidden"
            onClick={() => setDrawer(true)}
            aria-label="Conversations"
            aria-expanded={drawer}
          >
            <PanelLeft aria-hidden />
          </Button>
        }
      />
      <div className="flex min-h-0 grow">
        <aside className="border-line hidden w-72 shrink-0 flex-col border-r lg:flex print:hidden">
          <HistoryList now={now} timeZone={timeZone} />
        </aside>
        <main id="main" className="flex min-w-0 grow flex-col">
          {children}
        </main>
      </div>
      <Drawer open={drawer} onOpenChange={setDrawer} title="Conversations">
        <HistoryList now={now} timeZone={timeZone} onOpen={() => setDrawer(false)} />
      </Drawer>
    </div>
  );
}
