import { readFileSync } from 'node:fs';
import { it } from 'vitest';
import { understand } from '../understanding/understand.ts';
import { readWish } from './read-wish.ts';
import { noted } from './changes.test.ts';
it('scratch', () => {
  const lines = readFileSync(process.env.SCRATCH ?? '', 'utf8').split('\n').filter((l) => l.includes('\t'));
  let ok = 0;
  for (const line of lines) {
    const [want, text] = line.split('\t') as [string, string];
    const language = understand(text, {}, '2026-11-20').language;
    const wish = readWish(text, { language, today: '2026-11-20', focus: {} });
    if (noted(wish) === want) ok += 1;
    else console.log(`${want} <- ${text} (${language} ${JSON.stringify(wish)})`);
  }
  console.log(`${ok}/${lines.length}`);
});
