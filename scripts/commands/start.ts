import { launch } from '#scripts/start/launch.ts';

await launch('start');
