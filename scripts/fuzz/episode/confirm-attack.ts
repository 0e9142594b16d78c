import { newId } from '#lib/kernel/ids.ts';
import { attackKey, refreshAttackMemory } from '#lib/stages/input-guard/memory/known-attacks.ts';
import { sketchPassage } from '#lib/stages/input-guard/memory/sketch-passage.ts';
import type { Episode } from './episode.ts';

/** As if an agent had confirmed these words of a case as an attack. The memory is everybody's, and so outlives the episode. */
export async function confirmAttack(episode: Episode, text: string): Promise<void> {
  const marks = sketchPassage(text, attackKey());
  if (typeof marks === 'string') throw new Error(`These words are ${marks} to be remembered.`);
  await episode.world.admin('INSERT INTO cs.attack_sketch (attack_id, marks) VALUES ($1, $2)', [
    newId(),
    marks,
  ]);
  await refreshAttackMemory();
  episode.notes.push({ kind: 'confirmed', text, step: episode.step });
}
