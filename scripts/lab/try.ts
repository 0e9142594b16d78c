import { startWorld } from '#scripts/lab/world/start-world.ts';
const t0 = performance.now();
const world = await startWorld();
console.error('world', Math.round(performance.now() - t0));
const { readCatalogue } = await import('#lib/operations/lab/catalogue/read-catalogue.ts');
const { runAttack } = await import('#lib/operations/lab/run/run-attack.ts');
const { attacks } = readCatalogue('lib/operations/lab/catalogue');
const [, , ids = '', profiles = 'none,everything'] = process.argv;
const verbose = process.env.V === '1';
for (const attack of attacks.filter((a) => ids === 'all' || ids.split(',').includes(a.id)))
  for (const profile of profiles.split(',')) {
    const t = performance.now();
    for await (const event of runAttack(attack, { profile: profile as never }, world.house)) {
      if (verbose && event.kind !== 'prompt' && event.kind !== 'defender')
        console.log(event.step, event.kind, JSON.stringify(event.data).slice(0, 400));
      if (event.kind === 'trouble') console.log('TROUBLE', attack.id, profile, JSON.stringify(event.data));
      if (event.kind === 'ended')
        console.log(
          attack.id.padEnd(28),
          profile.padEnd(20),
          event.data.outcome.padEnd(9),
          event.data.stoppedBy ?? '',
          event.data.rule ?? '',
          JSON.stringify(event.data.evidence),
          Math.round(performance.now() - t),
        );
    }
  }
await world.stop();
process.exit(0);
