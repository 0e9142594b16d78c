import { openaiModel } from '#lib/stages/model/openai-model.ts';
import { DEFAULT_MODEL, DEMO_MODEL, FIRST_BYTE_MS } from '#lib/stages/model/policy.ts';
import { describeTools } from '#lib/stages/tools/describe-tools.ts';
import { CommandError, runCommand } from '#scripts/console/step.ts';
import { checkModel } from '#scripts/model/check-model.ts';
import { diagnose } from '#scripts/model/diagnose.ts';
import { readSettings } from '#scripts/settings/env-file.ts';
import { startDemoModelProcess } from '#scripts/start/demo-model-process.ts';

await runCommand(async () => {
  const {
    OPENAI_API_KEY: key = '',
    OPENAI_BASE_URL: baseUrl = '',
    OPENAI_MODEL: model = '',
  } = readSettings();
  const scripted = key === '' && baseUrl === '';
  const demo = scripted ? await startDemoModelProcess({}) : null;
  const provider = {
    baseUrl: demo?.url ?? (baseUrl || 'https://api.openai.com/v1'),
    apiKey: key || 'none',
    model: scripted ? DEMO_MODEL : model || DEFAULT_MODEL,
  };
  const where = scripted
    ? 'the scripted demo model (OPENAI_API_KEY is not set)'
    : `${provider.model} at ${URL.parse(provider.baseUrl)?.host ?? 'OPENAI_BASE_URL'}`;
  process.stdout.write(`Asking ${where}\n`);
  try {
    const wrong = await checkModel(
      openaiModel({ ...provider, scripted, firstByteMs: FIRST_BYTE_MS }),
      describeTools(),
    );
    if (wrong) throw new CommandError(wrong, 1);
    process.stdout.write('The model works: it answers, and it can call tools.\n');
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`The model does not work: ${await diagnose(provider)}.`, 1);
  } finally {
    await demo?.child.stop(1000);
  }
});
