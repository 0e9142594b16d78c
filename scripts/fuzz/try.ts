import { startWorld } from './world/start-world.ts';
const world = await startWorld();
const only = process.argv[2];
try {
  const { runEpisode } = await import('./episode/run-episode.ts');
  const { judge } = await import('./oracle/judge.ts');
  const { MACROS } = await import('./macros/all-macros.ts');
  let steps=0; const t0 = performance.now();
  for (const m of MACROS) {
    if (only && !m.name.match(new RegExp(`^(?:${only})$`))) continue;
    const t=performance.now();
    const e = await runEpisode(world, m.name, m.commands);
    steps+=e.steps;
    const v = await judge(e, m.expects);
    const s = e.submissions.map(s=>s.who+':'+s.answer).join(' ');
    console.log(m.name.padEnd(26), Math.round(performance.now()-t), e.steps, v.violations.map(x=>x.invariant+' '+x.what), v.backstops, s.slice(0,200), 'cards', e.cards.length, 'eff', e.effects.length);
    if (only) { console.log(JSON.stringify(e.notes.filter(n=>n.kind!=='handle')).slice(0,3000)); console.log(e.sent.map(s=>s.turn+' '+s.event+' '+s.text.slice(0,120)).join('\n')); }
  }
  console.log(steps, performance.now()-t0);
} finally { await world.stop(); }
process.exit(0)
