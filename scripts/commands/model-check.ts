import { describeProvider } from '#lib/stages/model/families/describe-provider.ts';
import { FAMILIES } from '#lib/stages/model/families/table.ts';
import { createKeyRing } from '#lib/stages/model/keys/key-ring.ts';
import { type ModelSettings, openaiModel } from '#lib/stages/model/openai-model.ts';
import { DEMO_MODEL, FIRST_BYTE_MS } from '#lib/stages/model/policy.ts';
import { isProviderSet, providerSettings } from '#lib/stages/model/provider-settings.ts';
import { describeTools } from '#lib/stages/tools/describe-tools.ts';
import { readArguments } from '#scripts/console/read-arguments.ts';
import { CommandError, runCommand } from '#scripts/console/step.ts';
import { checkModel } from '#scripts/model/check-model.ts';
import { describeFindings, privacyLines, works } from '#scripts/model/describe-check.ts';
import { askWhy } from '#scripts/model/ask-why.ts';
import { readProvider } from '#scripts/model/read-provider.ts';
import { readSettings } from '#scripts/settings/env-file.ts';
import { withKeptSecrets } from '#scripts/settings/kept-secrets.ts';
import { startDemoModelProcess } from '#scripts/start/demo-model-process.ts';

const HELP = `npm run model:check [-- --json]

Makes one small call and one tool call with the configured provider and says in plain words whether its key is accepted, its model
exists, it streams, calls tools and reports usage, and whether its price is known; or what to put where. docs/providers.md
lists the providers that are known.

  --json   one object on standard output and nothing else

Exit code 0 where the assistant works with it, 1 where not, 2 on bad settings.
`;

await runCommand(async () => {
  const { values } = readArguments({
    options: {
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false, short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const env = readProvider(await withKeptSecrets(readSettings()));
  const demo = isProviderSet(env) ? null : await startDemoModelProcess({});
  try {
    const settings = demo ? scripted(demo.url) : configured(env);
    const notice = describeProvider(settings.baseUrl, settings.family);
    const say = (text: string) => void (values.json || process.stdout.write(text));
    say(`Asking ${settings.model} at ${notice.host} (${FAMILIES[settings.family].name})\n`);
    const findings = await checkModel(openaiModel(settings), describeTools(), () => askWhy(settings));
    const isWorking = works(findings);
    if (values.json)
      process.stdout.write(
        `${JSON.stringify({ works: isWorking, model: settings.model, provider: notice, findings })}\n`,
      );
    say(describeFindings(findings));
    if (isWorking)
      say(
        `${privacyLines(notice)
          .map((line) => `  ${line}\n`)
          .join('')}The model works.\n`,
      );
    else say('The model does not work yet.\n');
    return isWorking ? 0 : 1;
  } finally {
    await demo?.child.stop(1000);
  }
});
process.exit();

function scripted(baseUrl: string): ModelSettings {
  const keys = createKeyRing(['demo'], () => undefined);
  return { baseUrl, family: 'demo', keys, model: DEMO_MODEL, scripted: true, firstByteMs: FIRST_BYTE_MS };
}

function configured(env: ReturnType<typeof readProvider>): ModelSettings {
  try {
    return providerSettings(env, () => undefined);
  } catch (error) {
    throw new CommandError(error instanceof Error ? error.message : 'The settings can’t be read.');
  }
}
