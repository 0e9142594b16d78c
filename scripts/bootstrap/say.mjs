// One line per step, with its seconds. No colours and no cursor movement: the same in a terminal, a log and a pipe.

/** @param {number} sinceMs */
export function seconds(sinceMs) {
  return `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`;
}

/** @param {string} label @param {string} text @param {string} [took] */
export function stepLine(label, text, took) {
  const line = `  ${label.padEnd(13)} ${text}`;
  return took ? `${line.padEnd(68)} ${took.padStart(7)}\n` : `${line}\n`;
}

/**
 * Says now and then that a long step is still running.
 * @param {string} label @param {{ toStandardError?: boolean, everyMs?: number }} [options]
 * @returns {() => void} stops it
 */
export function heartbeat(label, options = {}) {
  const began = performance.now();
  const out = options.toStandardError ? process.stderr : process.stdout;
  const timer = setInterval(() => out.write(stepLine(label, '…', seconds(began))), options.everyMs ?? 20_000);
  timer.unref();
  return () => clearInterval(timer);
}
