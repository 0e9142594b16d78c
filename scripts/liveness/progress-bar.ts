const WIDTH = 30;

/** A bar on standard error, drawn only where someone watches. */
export function progressBar(total: number, noun = 'dialogues'): { advance: () => void; end: () => void } {
  let done = 0;
  const watched = process.stderr.isTTY && !process.env.NO_COLOR;
  const draw = () => {
    const filled = Math.round((done / Math.max(1, total)) * WIDTH);
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
    process.stderr.write(`\r${bar} ${done}/${total} ${noun}`);
  };
  if (watched) draw();
  return {
    advance() {
      done += 1;
      if (watched) draw();
    },
    end() {
      if (watched) process.stderr.write('\n');
    },
  };
}
