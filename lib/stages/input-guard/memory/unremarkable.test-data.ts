/** Words that no rule and no classifier flags, whatever it has learned: only the memory can, once they were confirmed. */
export const UNREMARKABLE =
  'The grey heron on our roof counts 40 umbrellas each Tuesday, long before the bakers have opened their shops downstairs';
/** The same, sent again a little differently. */
export const UNREMARKABLE_AGAIN =
  'THE grey heron on our roof counts 41 umbrellas each Tuesday; long before the bakers opened their shops downstairs!';
