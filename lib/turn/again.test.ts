import { describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { makePerson } from '#e2e/fixtures/make-person.ts';
import { runTurn } from '#e2e/fixtures/run-turn.ts';
import type { AppError } from '#lib/kernel/errors.ts';
import { ask, calls, lastSent, provider, read, says, stored, useTurns } from './turns.test-data.ts';

useTurns();

describe('the same message again', () => {
  test('shows the stored answer without asking a model', async () => {
    provider.script(calls('get_balance'), says('You owe what the card shows.'));
    const key = 'sent-twice-by-a-nervous-tab';
    const first = await ask('What do I owe?', { idempotencyKey: key });
    const asked = provider.received.length;
    const again = await ask('What do I owe?', { idempotencyKey: key });
    expect(provider.received).toHaveLength(asked);
    expect(again.text).toBe(first.text);
    expect(again.done).toEqual(first.done);
    expect(again.tools.at(-1)?.card).toEqual(first.tools.at(-1)?.card);
    await expect(ask('Other words', { idempotencyKey: key })).rejects.toMatchObject({
      code: 'idempotency_conflict',
    });
  });
});

describe('another try', () => {
  test('at an answer, or with other words, keeps the old branch and lists both', async () => {
    provider.script(says('First.'));
    const first = await ask('Why?');
    const [question] = await stored(first);
    provider.script(says('Second.'));
    const regenerated = await ask('Why?', { conversationId: first.conversationId, replaces: question?.id });
    provider.script(says('Third.'));
    const edited = await ask('Why so high?', {
      conversationId: first.conversationId,
      replaces: question?.id,
    });
    expect(lastSent()?.raw).not.toMatch(/First|Second/);
    const messages = await stored(edited);
    expect(messages.map((message) => message.text)).toEqual(['Why so high?', 'Third.']);
    expect(messages[0]?.branches).toHaveLength(3);
    expect(messages[0]?.branches[0]).toBe(question?.id);
    const kept = await behindTheWalls<{ n: string }>(
      'SELECT count(*) AS n FROM message WHERE conversation_id = $1',
      [first.conversationId],
    );
    expect(kept[0]?.n).toBe('6');
    expect(regenerated.text).toBe('Second.');
  });

  test('from two tabs at once is stored twice', async () => {
    provider.script(says('Hello.'));
    const { conversationId } = await ask('Hello');
    const both = await Promise.all([
      ask('From the left', { conversationId }),
      ask('From the right', { conversationId }),
    ]);
    expect(both.map((turn) => turn.done.finish)).toEqual(['stop', 'stop']);
    const [count] = await behindTheWalls<{ n: string }>(
      'SELECT count(DISTINCT sequence) AS n FROM message WHERE conversation_id = $1',
      [conversationId],
    );
    expect(count?.n).toBe('6');
  });

  test('at a message of someone else finds nothing', async () => {
    provider.script(says('Hello.'));
    const mine = await ask('Hello');
    const other = await makePerson();
    const theirs = await runTurn(other, { text: 'Hello' });
    const [foreign] = (await read(theirs.conversationId, other)).messages;
    const refusal = (more: object) =>
      ask('Mine now', more).then(
        () => 'answered',
        (error: AppError) => error.code,
      );
    expect(await refusal({ conversationId: mine.conversationId, replaces: foreign?.id })).toBe('not_found');
    expect(await refusal({ conversationId: theirs.conversationId })).toBe('not_found');
    expect(await refusal({ conversationId: 'not-an-id' })).toBe('not_found');
    expect(await refusal({ conversationId: mine.conversationId, replaces: "' OR 1=1" })).toBe('not_found');
  });
});
