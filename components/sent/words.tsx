/** Text as it was sent, every character of it. Long ones scroll by themselves, also by keyboard. */
export function Words({ children }: { children: string }) {
  return (
    <pre
      className="bg-sunken max-h-80 overflow-auto rounded-lg p-3 font-mono text-xs [overflow-wrap:anywhere] whitespace-pre-wrap print:max-h-none"
      tabIndex={0}
    >
      {children}
    </pre>
  );
}
