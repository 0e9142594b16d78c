import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChatDoor } from '#e2e/fixtures/chat-door.ts';
import { makePerson } from '#e2e/fixtures/make-person.ts';
import {
  FAMILY_KEY,
  FAMILY_MODEL,
  type FamilyProvider,
  SPELLED_FAMILIES,
  type SpelledFamily,
  startFamilyProvider,
} from '#e2e/fixtures/provider-families/family-provider.ts';
import { closeDatabases } from '#lib/kernel/db.ts';
import { startKillSwitch, stopKillSwitch } from '#lib/stages/admission/kill-switch.ts';
import { createKeyRing } from '#lib/stages/model/keys/key-ring.ts';
import { type ModelSettings, openaiModel } from '#lib/stages/model/openai-model.ts';
import { describeTools } from '#lib/stages/tools/describe-tools.ts';
import { type Dialogue, readDialogues } from '#scripts/liveness/dialogue-file.ts';
import { ledgerOf } from '#scripts/liveness/invite.ts';
import type { KnownValues } from '#scripts/liveness/known-values.ts';
import { runDialogue } from '#scripts/liveness/run-dialogue.ts';
import { wholeLedger } from '#scripts/liveness/whole-ledger.ts';
import { askWhy } from './ask-why.ts';
import { checkModel } from './check-model.ts';
import { works } from './describe-check.ts';

let provider: FamilyProvider;
let dialogues: Dialogue[];
/** Every customer of this kind has the same figures: read once. */
let known: Promise<KnownValues> | undefined;

beforeAll(async () => {
  provider = await startFamilyProvider();
  await startKillSwitch();
  const first = (file: string) => readDialogues(`scripts/liveness/dialogues/${file}.jsonl`).slice(0, 1);
  dialogues = [...first('status'), ...first('strangers'), ...first('two-in-one')];
});
afterAll(async () => {
  stopKillSwitch();
  await provider.close();
  await closeDatabases();
});

const settings = (family: SpelledFamily, over: Partial<ModelSettings> = {}): ModelSettings => ({
  baseUrl: provider.url(family),
  family,
  keys: createKeyRing([FAMILY_KEY], () => undefined),
  model: FAMILY_MODEL,
  scripted: false,
  // The demonstration model reads in this very process: on a busy machine its first word takes a while.
  firstByteMs: 60_000,
  ...over,
});
const check = (using: ModelSettings) => checkModel(openaiModel(using), describeTools(), () => askWhy(using));

describe.each(SPELLED_FAMILIES)('%s', (family) => {
  test('passes model:check', async () => {
    const findings = await check(settings(family));
    expect(works(findings), JSON.stringify(findings)).toBe(true);
    expect(findings.map(({ id }) => id)).toEqual(['key', 'model', 'streams', 'tools', 'usage', 'price']);
    // Only who reports no usage at all is booked by bytes.
    expect(findings.find(({ id }) => id === 'usage')?.ok).toBe(family === 'other' ? null : true);
  });

  test('completes three dialogues, every figure checked against the ledger', async () => {
    const person = await makePerson({ spec: 'northwind' });
    const ledger = ledgerOf(person.viewer, 'northwind');
    const door = await openChatDoor(person, openaiModel(settings(family)));
    const seat = { url: door.url, cookie: person.cookie };
    const everything = () => (known ??= wholeLedger(ledger));
    for (const dialogue of dialogues) {
      const turns = await runDialogue(dialogue, { seat, ledger, everything });
      expect(turns.flatMap(({ say, why }) => why.map((reason) => `${say}: ${reason}`))).toEqual([]);
      expect(turns).toHaveLength(dialogue.turns.length);
    }
    await door.close();
  });
});

describe('what is wrong is said in words, and what to put where', () => {
  test.each([
    ['another key', { keys: createKeyRing(['not-this-one'], () => undefined) }, 'key', /OPENAI_API_KEY/],
    ['a model that it does not know', { model: 'no-such-model' }, 'model', /OPENAI_MODEL/],
    ['another family’s fields', { family: 'openai' as const }, 'request', /OPENAI_FAMILY/],
  ])('%s', async (_name, over, about, put) => {
    const findings = await check(settings('mistral', over));
    expect(findings).toEqual([
      { id: about, ok: false, text: expect.any(String), put: expect.stringMatching(put) },
    ]);
    expect(JSON.stringify(findings)).not.toMatch(/not-this-one|key-of-the-family/);
  });

  test('an address where nothing is', async () => {
    for (const baseUrl of [`${provider.url('openai')}/v2`, 'http://127.0.0.1:2/v1']) {
      const findings = await check(settings('openai', { baseUrl }));
      expect(findings).toMatchObject([
        { id: 'address', ok: false, put: expect.stringMatching(/OPENAI_BASE_URL/) },
      ]);
    }
  });
});
