import { Sheet, Empty, Section } from '#components/bill/section.tsx';
import { Button } from '#components/ui/button.tsx';
import { Modal } from '#components/ui/modal.tsx';
import { useRouter } from 'next/navigation';
import { type ReactNode, useRef, useState } from 'react';

type FormProps = { onCancel: () => void; onSet: () => void };
type ChangedListProps = {
  title: string;
  /** What stands in place of an empty list. */
  empty: { title: string; text: string };
  /** The rows; none: nothing is set. */
  rows: readonly ReactNode[];
  /** The button and what it opens; null for whoever may only look. */
  add: {
    label: ReactNode;
    title: string;
    description: string;
    form: (props: FormProps) => ReactNode;
  } | null;
};

/** What administrators have set, and the way to set another. */
export function ChangedList({ title, empty, rows, add }: ChangedListProps) {
  const router = useRouter();
  const opener = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const onSet = () => {
    close();
    router.refresh();
  };
  return (
    <Section
      title={title}
      aside={
        add && (
          <Button ref={opener} size="small" onClick={() => setOpen(true)}>
            {add.label}
          </Button>
        )
      }
    >
      {rows.length === 0 ? (
        <Empty title={empty.title}>{empty.text}</Empty>
      ) : (
        <Sheet>
          <ul className="divide-line divide-y" aria-label={title}>
            {rows}
          </ul>
        </Sheet>
      )}
      {add && (
        <Modal
          open={open}
          onOpenChange={setOpen}
          returnTo={opener}
          title={add.title}
          description={add.description}
        >
          {add.form({ onCancel: close, onSet })}
        </Modal>
      )}
    </Section>
  );
}
