import 'server-only';
import type { NotRemembered } from '#lib/contract/attacks.ts';
import { TOPICS } from '#lib/contract/topics.ts';
import type { KeyedBlocks } from '#lib/kernel/cipher/keyed-blocks.ts';
import { screeningForm } from '../screening-form.ts';
import { listViews } from '../views/list-views.ts';
import { markShingles } from './mark-shingles.ts';
import { remember } from './remember.ts';
import { sketchOf } from './sketch.ts';

/** What is kept of the words of an attack, or why they would do harm: too few to be told apart, or an ordinary question's. */
export function sketchPassage(passage: string, keyed: KeyedBlocks): Buffer<ArrayBuffer> | NotRemembered {
  const sketch = sketchOf(markShingles(plainView(passage), keyed));
  if (!sketch) return 'too_short';
  const alone = remember([sketch], keyed);
  const isOrdinary = Object.values(TOPICS).some(({ text }) => alone.resembles(plainView(text)));
  return isOrdinary ? 'ordinary' : sketch;
}

function plainView(text: string): string {
  return listViews(text, screeningForm(text))[0]?.text ?? '';
}
