import { visibleText } from './visible-text.ts';

/** Text of a card, whole and in an order of its own; what would be invisible is written out and marked. */
export function Visible({ text }: { text: string }) {
  return (
    <bdi className="[overflow-wrap:anywhere] whitespace-pre-wrap">
      {visibleText(text).map((part, index) =>
        part.hidden ? (
          <span
            key={index}
            className="bg-warn-soft text-warn mx-px rounded px-0.5 font-mono text-[0.8em]"
            title="A character that is normally invisible"
            data-hidden-character
          >
            {part.text}
          </span>
        ) : (
          part.text
        ),
      )}
    </bdi>
  );
}
