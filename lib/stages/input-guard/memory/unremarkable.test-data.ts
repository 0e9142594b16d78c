/** Words that no rule and no classifier flags, whatever it has learned: only the memory can, once they were confirmed. */
export const UNREMARKABLE =
  'The bakery round the corner sells 40 kinds of rye bread, which our whole office buys on Tuesdays before the weekly meeting';
/** The same, sent again a little differently. */
export const UNREMARKABLE_AGAIN =
  'THE bakery round the corner sells 41 kinds of rye bread; which our whole office bought on Tuesdays before the weekly meeting!';
