import type { Attack } from '#lib/contract/lab/attack.ts';
import { garakFile, marksFile, promptfooFile, pyritRequest } from './client-files.ts';
import { pickAttacks } from './pick-attacks.ts';

/** Every generated file of `docs/lab/clients`, by name. */
export function clientFiles(catalogue: readonly Attack[]): {
  files: Record<string, string>;
  attacks: number;
  messages: number;
} {
  const picked = pickAttacks(catalogue);
  return {
    attacks: picked.length,
    messages: picked.reduce((sum, { messages }) => sum + messages.length, 0),
    files: {
      'promptfooconfig.yaml': promptfooFile(picked),
      'marks.json': marksFile(),
      'garak-none.json': garakFile('none'),
      'garak-everything.json': garakFile('everything'),
      'pyrit-request.txt': `${pyritRequest('everything')}\n`,
    },
  };
}
