const WIDTH = 30;

/** Long runs that nobody watches say so often how far they are. */
const LONG = 1_000;
const TELL_EACH = 500;

/** A bar on standard error, drawn only where someone watches; a line now and then for long runs elsewhere. */
export function progressBar(
  total: number,
  noun = 'dialogues',
): { advance: (by?: number) => void; end: () => void } {
  let done = 0;
  const watched = process.stderr.isTTY && !process.env.NO_COLOR;
  const draw = () => {
    const filled = Math.round((done / Math.max(1, total)) * WIDTH);
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
    process.stderr.write(`\r${bar} ${done}/${total} ${noun}`);
  };
  if (watched) draw();
  return {
    advance(by = 1) {
      const told = Math.floor(done / TELL_EACH);
      done += by;
      if (watched) draw();
      else if (total >= LONG && Math.floor(done / TELL_EACH) > told)
        process.stderr.write(`${done}/${total} ${noun}\n`);
    },
    end() {
      if (watched) process.stderr.write('\n');
    },
  };
}
