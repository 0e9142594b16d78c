import { readArguments, wholeNumber } from '#scripts/console/read-arguments.ts';
import { CommandError, runCommand } from '#scripts/console/step.ts';
import { checkBeside } from '#scripts/lab/class/check-class.ts';
import { classPlace } from '#scripts/lab/class/place.ts';
import { rehearseBeside } from '#scripts/lab/class/rehearse-beside.ts';
import { standBeside } from '#scripts/lab/class/stand-beside.ts';
import { labSecrets, prepareLab } from '#scripts/lab/prepare-lab.ts';
import { supportLab } from '#scripts/lab/support.ts';
import { launch } from '#scripts/start/launch.ts';
import type { Beside } from '#scripts/start/run-app.ts';
import { isPortFree } from '#scripts/system/ports.ts';

/** Arguments and place, before anything is started. Null: they were wrong, and that was said. */
async function begin(): Promise<{ url: string; beside: Beside } | null> {
  let begun: { url: string; beside: Beside } | null = null;
  await runCommand(async () => {
    const { values } = readArguments({
      options: {
        check: { type: 'boolean', default: false },
        rehearse: { type: 'boolean', default: false },
        players: { type: 'string', default: '30' },
        seconds: { type: 'string', default: '300' },
        out: { type: 'string' },
      },
    });
    const players = wholeNumber('--players', values.players, { least: 1, most: 50 });
    const seconds = wholeNumber('--seconds', values.seconds, { least: 10, most: 3_600 });
    const place = classPlace();
    if (!(await isPortFree(place.port, place.address)))
      throw new CommandError(
        `CLASS_PORT: ${place.port} is in use on ${place.address}. Choose another: CLASS_PORT=${place.port + 1}.`,
      );
    const rehearsal = () => rehearseBeside(place, { players, seconds, out: values.out });
    const beside = values.check ? checkBeside(place) : values.rehearse ? rehearsal() : standBeside(place);
    begun = { url: place.url, beside };
  });
  return begun;
}

const begun = await begin();
if (begun) {
  const { url, beside } = begun;
  await launch('start', {
    secrets: labSecrets,
    afterDatabase: prepareLab,
    support: (adminUrl) => supportLab(adminUrl, { LAB_CLASS_URL: url }),
    beside,
  });
}
