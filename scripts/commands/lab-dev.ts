import { labSecrets, prepareLab } from '#scripts/lab/prepare-lab.ts';
import { labBeside } from '#scripts/lab/ready-lines.ts';
import { supportLab } from '#scripts/lab/support.ts';
import { launch } from '#scripts/start/launch.ts';

await launch('dev', {
  secrets: labSecrets,
  afterDatabase: prepareLab,
  support: supportLab,
  beside: labBeside,
});
