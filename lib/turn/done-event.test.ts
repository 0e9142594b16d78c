import { expect, test } from 'vitest';
import { turnEventSchema } from '#lib/contract/chat.ts';
import { newId } from '#lib/kernel/ids.ts';
import { doneEvent } from './done-event.ts';

const usage = { inputTokens: 1, outputTokens: 2, costMicroUsd: 3 };

test('the last event of an answer says who wrote it: a model, or for a refusal the application', () => {
  for (const finish of ['stop', 'length', 'aborted', 'error'] as const)
    expect(doneEvent(newId(), finish, usage).data.generatedBy).toBe('model');
  expect(doneEvent(newId(), 'blocked', usage).data.generatedBy).toBe('application');
  const { generatedBy: _mark, ...unmarked } = doneEvent(newId(), 'stop', usage).data;
  expect(turnEventSchema.safeParse({ event: 'done', data: unmarked }).success).toBe(false);
});
