import { readFileSync, readdirSync } from 'node:fs';
import { it } from 'vitest';
import { understand } from '../understanding/understand.ts';
import { readWish } from './read-wish.ts';
it('others', () => {
  const root = new URL('../testing/', import.meta.url);
  const rows: [string, string][] = [];
  for (const name of readdirSync(root).filter((n) => n.startsWith('wordings') && !n.includes('changes')))
    for (const line of readFileSync(new URL(name, root), 'utf8').split('\n')) { const [a, b] = line.split('\t'); if (a && b && !a.startsWith('#')) rows.push([a, b]); }
  const dial = new URL('../../../../../scripts/liveness/dialogues/', import.meta.url);
  for (const name of readdirSync(dial)) for (const line of readFileSync(new URL(name, dial), 'utf8').split('\n').filter(Boolean))
    for (const t of JSON.parse(line).turns) rows.push([name, t.say]);
  for (const [want, text] of rows) {
    const u = understand(text, {}, '2026-11-20');
    const wish = readWish(text, { language: u.language, today: '2026-11-20', focus: {} });
    if (wish) console.log(`${wish.mood} ${JSON.stringify({ ...wish, mood: undefined })} <- [${want} / ${u.tasks.map((t) => t.intent).join('+')}] ${text}`);
  }
  console.log('rows ' + rows.length);
});
