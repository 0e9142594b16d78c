import { readArguments } from '#scripts/console/read-arguments.ts';
import { CommandError, runCommand } from '#scripts/console/step.ts';
import { checkBeside } from '#scripts/lab/class/check-class.ts';
import { type ClassPlace, classPlace } from '#scripts/lab/class/place.ts';
import { standBeside } from '#scripts/lab/class/stand-beside.ts';
import { labSecrets, prepareLab } from '#scripts/lab/prepare-lab.ts';
import { supportLab } from '#scripts/lab/support.ts';
import { launch } from '#scripts/start/launch.ts';
import { isPortFree } from '#scripts/system/ports.ts';

/** Arguments and place, before anything is started. Null: they were wrong, and said so. */
async function begin(): Promise<{ place: ClassPlace; isCheck: boolean } | null> {
  let begun: { place: ClassPlace; isCheck: boolean } | null = null;
  await runCommand(async () => {
    const { values } = readArguments({ options: { check: { type: 'boolean', default: false } } });
    const place = classPlace();
    if (!(await isPortFree(place.port, place.address)))
      throw new CommandError(
        `CLASS_PORT: ${place.port} is in use on ${place.address}. Choose another: CLASS_PORT=${place.port + 1}.`,
      );
    begun = { place, isCheck: values.check };
  });
  return begun;
}

const begun = await begin();
if (begun) {
  const { place, isCheck } = begun;
  await launch('start', {
    secrets: labSecrets,
    afterDatabase: prepareLab,
    support: (adminUrl) => supportLab(adminUrl, { LAB_CLASS_URL: place.url }),
    beside: isCheck ? checkBeside(place) : standBeside(place),
  });
}
