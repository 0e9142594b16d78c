/**
 * Every command: what it does, how it is called, whether it may install packages first, whether it needs LAB=1.
 * @typedef {{ summary: string, usage?: string, details?: string[], installs: boolean, conditions?: string[], lab?: true }} Command
 * @type {Record<string, Command>}
 */
export const commands = {
  start: {
    summary: 'installs, sets up, seeds, builds and serves the demonstration; safe to run again',
    details: [
      'PORT=4000        another port (default 3000)',
      'DATABASE_URL=…   any PostgreSQL 15 or newer instead of the embedded one',
      'OPENAI_API_KEY=… a real model (with OPENAI_BASE_URL and OPENAI_MODEL: any compatible provider)',
      'LAB=1            the attack lab instead: its own build, database, cookie and port (docs/lab)',
    ],
    installs: true,
  },
  dev: { summary: 'the same with hot reload', installs: true },
  setup: { summary: 'settings, database roles and migrations; no demonstration data', installs: true },
  build: { summary: 'builds for production', installs: true },
  serve: { summary: 'production: serves the build; needs what "npm run setup" wrote', installs: false },
  worker: { summary: 'runs background jobs in a process of their own', installs: false },
  test: {
    summary: 'everything a change must pass; the last line is "N passed, N failed"',
    usage: '[-- --only STEP[,STEP]]',
    details: ['Steps: format, lint, secrets, fences, types, unit, fuzz, lab, build, e2e, claims'],
    installs: true,
  },
  'demo:reset': { summary: 'puts the demonstration data back', installs: true },
  'demo-model': { summary: 'the scripted demonstration model alone', usage: '[-- --port N]', installs: true },
  liveness: {
    summary: 'dialogues over HTTP, every figure checked against the ledger',
    usage: '[-- FILE… --json]',
    installs: true,
  },
  fuzz: {
    summary: 'the property test in which the model is the attacker, and the planted faults it must see',
    usage: '[-- --runs N --seed S --json --no-mutants]',
    installs: true,
    // Planted faults exist in this process alone; every other one has none.
    conditions: ['faults'],
  },
  lab: {
    summary:
      'every attack of the catalogue against every profile of defences, and what they cost honest people',
    usage: '[-- --profile P --json]',
    installs: true,
    conditions: ['faults'],
  },
  bench: {
    summary: 'how fast the output guard and the vault are, beside baselines of the same run',
    usage: '-- guard|vault [--json]',
    details: ['-- --help   what each measures, and its targets'],
    installs: true,
  },
  'guard:train': {
    summary:
      "trains the input guard's classifier from public sets and the grammar; the same files, the same weights",
    usage: '-- FILE… [--check]',
    installs: true,
  },
  'guard:eval': {
    summary: 'recall and false positives of the input guard on any sets',
    usage: '-- FILE… [--json]',
    installs: true,
  },
  'guard:threshold': {
    summary: "shows the input guard's threshold, or gives a customer another one",
    usage: '[-- --tenant NAME --set NUMBER | --tenant NAME --unset] [--json]',
    details: [
      '--tenant NAME   the short name of a customer, such as northwind',
      '--set NUMBER    from 0.5 to 3; lower flags more (docs/guards.md has the curve). Written to the audit log',
      '--unset         the shipped threshold again',
      'Exit code 2 on bad input, and then nothing is changed.',
    ],
    installs: false,
  },
  'guard:chunks': {
    summary: 'answers in every way to cut them into chunks: each must come out of the output guard the same',
    usage: '[-- --outputs N --random N --seed S --json]',
    installs: true,
  },
  'pii:eval': {
    summary: 'what the detectors of personal data and secrets find, and what they should leave alone',
    usage: '[-- FILE… --json]',
    installs: true,
  },
  'model:check': { summary: 'one small call and one tool call with the configured provider', installs: true },
  retention: {
    summary: 'removes what is past its time, but for what is on legal hold',
    usage: '[-- --dry-run --only CATEGORY,… --json]',
    details: [
      '--dry-run   counts what would go, removes nothing',
      '--only      some categories of the policy table (docs/retention.md)',
      'Exit code 1 where something is still past its time, 2 on bad input.',
    ],
    installs: false,
  },
  'receipt:verify': {
    summary: 'whether the receipt of an erasure is genuine and unchanged',
    usage: '-- FILE [--from URL | --key KEY] [--json]',
    installs: true,
  },
  switches: {
    summary: 'the kill switch: shows it, pauses everything, a customer, a tool or a model, and resumes',
    usage: '[-- --pause WHAT | --resume WHAT] [--reason TEXT] [--json]',
    details: ['WHAT: everything, customer:NAME, tool:NAME, model:NAME'],
    installs: false,
  },
  addresses: {
    summary: 'which addresses are let in; also the way back in for whoever the rules keep out',
    usage: '[-- --allow RANGE | --deny RANGE | --remove RANGE | --clear] [--reason TEXT] [--json]',
    details: ['RANGE: 192.0.2.0/24, 2001:db8::/32, or a single address'],
    installs: false,
  },
  'keys:rotate': {
    summary: 'a new key-encryption key; every stored data key is wrapped by it, while the app runs',
    usage: '[-- --dry-run --all --json]',
    details: [
      '--dry-run   says what would be done and changes nothing',
      '--all       new session secret, tokens and database passwords too; says what each does to people',
      'May be interrupted anywhere: run it again, and it goes on. Exit code 1 where a stored key opens under no key.',
    ],
    installs: false,
  },
  'lab:pack': {
    summary: "the attack lab's catalogue as JSON lines, out and in",
    usage: '-- --export FILE | --import FILE [--check]',
    details: [
      '--export FILE   every attack, one a line',
      '--import FILE   adds attacks to the catalogue; one that does not fit is refused with file, line and reason, and nothing is added',
      '--check         only says whether the pack would be taken',
    ],
    installs: true,
  },
  'lab:typed': {
    summary: 'attacks as people type them, under no defence: how many take a visible effect?',
    usage: '[-- FILE] [--json]',
    details: ['Exit code 1 where fewer than 80 % take effect, 2 on bad input.'],
    installs: true,
    conditions: ['faults'],
  },
  'lab:clients': {
    summary: 'writes the configurations with which promptfoo, garak and PyRIT attack a started lab',
    usage: '[-- --check | --keep FILE]',
    details: [
      '--keep FILE   writes docs/lab/clients/promptfoo-run.md from the JSON output of a run of promptfoo',
    ],
    installs: true,
  },
  class: {
    summary: 'the attack lab for a class: listens on the local network, prints address and join code',
    usage: '[-- --check | --rehearse [--players N --seconds N --out FILE]]',
    details: [
      '--check      says "ready", or what is missing; asks nothing of any network',
      '--rehearse   a class of simulated players (30 for 300 s): any error, and whether the board is right',
      'CLASS_HOST, CLASS_PORT   another private address of this machine, another port (3200). Needs LAB=1.',
    ],
    installs: true,
    lab: true,
  },
  generate: {
    summary: 'writes the database client from the schema',
    usage: '[-- --migration NAME]',
    details: [
      '--migration NAME   adds prisma/migrations/NAME with what the schema says since the last commit',
    ],
    installs: true,
  },
  claims: {
    summary: 'writes docs/claims.md from the promises and their tests',
    usage: '[-- --check]',
    installs: true,
  },
};

/** @param {string} name */
export function helpFor(name) {
  const command = commands[name];
  const call = name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`;
  const usage = command.usage ? ` ${command.usage}` : '';
  const details = (command.details ?? []).map((line) => `  ${line}\n`).join('');
  return `${call}${usage}: ${command.summary}\n${details}`;
}

export function overview() {
  return Object.keys(commands)
    .map((name) => helpFor(name).split('\n')[0] + '\n')
    .join('');
}
