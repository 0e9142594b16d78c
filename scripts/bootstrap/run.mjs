import { spawn } from 'node:child_process';

/**
 * Runs a program in place of this one: same terminal, its exit code, every signal passed on.
 * @param {string} program @param {string[]} args @param {string} root
 * @returns {Promise<number>}
 */
export function runForwarding(program, args, root) {
  return new Promise((resolve) => {
    // The channel lets the program see that we are gone, even after kill -9.
    const child = spawn(program, args, { cwd: root, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
    const signals = process.platform === 'win32' ? ['SIGINT', 'SIGTERM'] : ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, () => child.kill(signal));
    child.on('error', (error) => {
      process.stderr.write(`Could not run ${program}: ${error.message}\n`);
      resolve(1);
    });
    child.on('exit', (code, signal) =>
      resolve(code ?? (signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : 1)),
    );
  });
}
