import { onParentGone } from '#scripts/system/process.ts';

/**
 * Resolves when this command is asked to end: Ctrl-C, SIGTERM, a closed terminal, or the process that started it is gone.
 * npm and the terminal both pass Ctrl-C on, so a repeated signal means nothing new.
 */
export function stopSignal(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(signal));
    onParentGone(() => resolve('parent'));
  });
}
