import { Visible } from '#components/approvals/visible.tsx';

/** Text with its lines as they are; every other character that nobody sees is written out. */
export function Written({ text }: { text: string }) {
  return text.split(/\r?\n/).map((line, at) => (
    <span key={at} className="block min-h-[1em]">
      <Visible text={line} />
    </span>
  ));
}
