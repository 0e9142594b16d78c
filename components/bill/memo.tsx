/** Free text that somebody else may have written: shown as plain characters, marked as such, obeyed by nobody. */
export function Memo({ text }: { text: string }) {
  return (
    <aside
      className="border-line border-t px-4 py-5 sm:px-8 print:px-0 print:py-3"
      aria-label="Note on this invoice"
    >
      <p className="text-quiet mb-1.5 text-[0.8125rem]">
        Note on this invoice · free text, not written or checked by us
      </p>
      <p className="border-line-strong max-w-prose border-l-2 pl-3 text-sm [overflow-wrap:anywhere] whitespace-pre-wrap">
        {text}
      </p>
    </aside>
  );
}
