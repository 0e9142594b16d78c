import { makePerson } from '#e2e/fixtures/make-person.ts';
import { storeTurn } from '#e2e/fixtures/store-turn.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { readConversation } from '#lib/stages/history/read-conversation.ts';

// Begins conversations, goes on with them and reads them, until it is asked to end; then says how often, and what failed.
// Says `begun` once, and `enough` every quarter of a second from 30 conversations and 150 readings on.
const counts = { begun: 0, read: 0, failed: new Array<string>() };
let asked = false;
process.once('SIGTERM', () => (asked = true));

async function use(): Promise<void> {
  let person = await makePerson();
  let ids: string[] = [];
  for (let turn = 1; !asked; turn += 1) {
    try {
      // A person may ask ten times a minute.
      if (turn % 9 === 0) [person, ids] = [await makePerson(), []];
      const known = turn % 3 === 0 ? ids[0] : undefined;
      const more = known ? { conversationId: known } : {};
      const { conversationId } = await storeTurn(person, { text: `What about ${counts.begun}?`, ...more });
      if (!known) ids.push(conversationId);
      counts.begun += 1;
      for (const id of ids) {
        const { messages } = await withViewer(person.viewer, (tx) =>
          readConversation(person.viewer, tx, { id }),
        );
        if (!messages[0]?.text.startsWith('What about')) counts.failed.push('other text');
        counts.read += 1;
      }
    } catch (error) {
      counts.failed.push(error instanceof Error ? `${error.name} ${error.message}`.slice(0, 200) : 'unknown');
    }
  }
}

process.stderr.write('begun\n');
setInterval(() => {
  if (counts.begun >= 30 && counts.read >= 150) process.stderr.write('enough\n');
}, 250);
await Promise.all([use(), use(), use()]);
process.stdout.write(JSON.stringify(counts));
process.exit();
