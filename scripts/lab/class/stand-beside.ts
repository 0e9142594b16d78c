import { renderUnicodeCompact } from 'uqr';
import type { Settings } from '#scripts/settings/env-file.ts';
import { addressOf, type Beside } from '#scripts/start/run-app.ts';
import { openGateTo } from './gate.ts';
import type { ClassPlace } from './place.ts';

/** The class that is open, as the app itself reads and opens it. */
async function openCode(settings: Settings): Promise<string> {
  Object.assign(process.env, settings);
  const { openClass } = await import('#lib/operations/lab/class/open-class.ts');
  const { closeDatabases } = await import('#lib/kernel/db.ts');
  try {
    return (await openClass()).code;
  } finally {
    await closeDatabases();
  }
}

/** The gate beside the app, and what the room is told: address, join code, and both as a QR code. */
export function standBeside(place: ClassPlace): Beside {
  return async (settings) => {
    const { port } = addressOf(settings);
    const code = await openCode(settings);
    const gate = await openGateTo(port, place);
    const join = `${gate.url}/lab/join?code=${code}`;
    const lines = [
      `Trainer:  http://localhost:${port}/lab/class, on this machine – "Continue as Trainer"`,
      `Wall:     http://localhost:${port}/lab/projector`,
      '',
      `Players:  ${gate.url}   join code ${code}`,
      ...(place.isAlone
        ? ['          No local network is there: only this machine reaches that address.']
        : []),
      ...(place.others.length > 0
        ? [`          This machine is also ${place.others.join(', ')} (CLASS_HOST=… chooses).`]
        : []),
      '',
      renderUnicodeCompact(join, { ecc: 'M', border: 2 }),
      '',
    ];
    return { lines, stop: gate.close };
  };
}
