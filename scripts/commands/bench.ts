import { readSubjects } from '#scripts/bench/subjects.ts';
import { readArguments, wholeNumber } from '#scripts/console/read-arguments.ts';
import { CommandError, runCommand } from '#scripts/console/step.ts';

const subjects = await readSubjects();
const known = Object.keys(subjects);
const told = Object.entries(subjects).map(([name, { what }]) => `  ${name}\n  ${what}\n`);
const HELP = `npm run bench -- ${known.join('|')} [--json] [--messages N]

${told.join('\n')}
  --json         one object on standard output and nothing else
  --messages N   how many messages are stored, where messages are (1,000,000)

Exit code 1 when a target is missed; 2 on bad input.
`;
const [FEWEST, MOST] = [20_000, 10_000_000];

await runCommand(async () => {
  const { values, positionals } = readArguments({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      messages: { type: 'string', default: '1000000' },
      help: { type: 'boolean', default: false, short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const [name = '', ...rest] = positionals;
  const subject = Object.hasOwn(subjects, name) ? subjects[name] : undefined;
  if (!subject || rest.length > 0)
    throw new CommandError(`What shall be measured? Known: ${known.join(', ')}.`);
  const messages = wholeNumber('--messages', values.messages, { least: FEWEST, most: MOST });
  const { text, met } = await subject.measure({ json: values.json, messages });
  process.stdout.write(text);
  return met ? 0 : 1;
});
// The kill switch listens as long as its process lives.
process.exit();
