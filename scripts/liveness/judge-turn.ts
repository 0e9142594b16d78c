import { BRAND } from '#lib/contract/brand.ts';
import type { StageEvent } from '#lib/contract/chat.ts';
import { checkAnswer, type Evidence } from './check-answer.ts';
import type { Expectation } from './dialogue-file.ts';
import { isShown } from './fact-shown.ts';
import { findValues } from './find-values.ts';
import { factNamed, resolveFact } from './facts/fact-names.ts';
import type { Ledger } from './ledger.ts';
import type { Answer } from './take-turn.ts';
import type { FactValue } from './values.ts';

export type Judgement = {
  /** Why the turn does not count as completed; empty where it does. */
  readonly why: readonly string[];
  readonly wrong: readonly string[];
  readonly unverified: readonly string[];
  readonly blocked: boolean;
};

/**
 * A turn is completed when it ended by itself, the expected tools ran, the expected facts stand in its text, nothing in it
 * is wrong, nothing was blocked or flagged, and it was not an offer of topics where an answer was due. A tool that is
 * denied to a member is no block: the turn goes on and says whom to ask.
 */
export async function judgeTurn(
  answer: Answer,
  expected: Expectation,
  ledger: Ledger,
  evidence: Evidence,
): Promise<Judgement> {
  const findings = await checkAnswer(answer.text, evidence);
  const facts = await checkFacts(answer.text, expected, ledger);
  const wrong = [...findings.wrong, ...facts.wrong];
  const blocks = answer.stages.filter((stage) => stage.verdict === 'block' && stage.stage !== 'tools');
  const stopped = [...blocks, ...flagsOnMessage(answer)];
  const blocked = answer.finish === 'blocked' || blocks.length > 0;
  const why = [
    ...(answer.error ? [`error: ${answer.error}`] : []),
    ...(answer.finish === 'stop' ? [] : [`finish is ${answer.finish ?? 'missing'}`]),
    ...stopped.map((stage) => `${stage.verdict} by ${stage.stage}${stage.rule ? ` (${stage.rule})` : ''}`),
    ...expected.tools.filter((tool) => !anyOf(tool, answer.tools)).map((tool) => `tool ${tool} did not run`),
    ...facts.missing,
    ...wrong.map((what) => `wrong: ${what}`),
    ...(isOnlyOffer(answer) && !expected.offers ? ['not understood'] : []),
    ...(expected.person && !showsWayToPerson(answer) ? ['no way to a person'] : []),
    ...(answer.proposed === expected.approval ? [] : ['approval']),
    ...(answer.text.trim() === '' ? ['no text'] : []),
  ];
  return { why, wrong, unverified: findings.unverified, blocked };
}

async function checkFacts(text: string, expected: Expectation, ledger: Ledger) {
  const missing: string[] = [];
  const wrong: string[] = [];
  for (const names of expected.facts) {
    const values = await valuesOf(names, ledger);
    if (values.length === 0) missing.push(`this ledger has no ${names}`);
    else if (!values.some((value) => isShown(value, text))) {
      missing.push(`missing ${names}`);
      if (isContradicted(names, values, text)) wrong.push(`${names} with another value`);
    }
  }
  for (const names of expected.absent) {
    if ((await valuesOf(names, ledger)).some((value) => isShown(value, text)))
      wrong.push(`${names} must not be shown`);
  }
  return { missing, wrong };
}

async function valuesOf(names: string, ledger: Ledger): Promise<FactValue[]> {
  const values = await Promise.all(names.split('|').map((name) => resolveFact(name, ledger)));
  return values.filter((value) => value !== null);
}

/** A sentence that states this very fact, with an amount, and it is none of the right ones. */
function isContradicted(names: string, values: FactValue[], text: string): boolean {
  const statedBy = names.split('|').flatMap((name) => factNamed(name)?.statedBy ?? []);
  const amounts = values.filter((value) => value.kind === 'amount');
  const currency = amounts[0]?.currency;
  if (!currency) return false;
  return text.split(/(?<=[.!?])\s+|\n/u).some((sentence) => {
    const stated = findValues(sentence, currency).filter((one) => one.kind === 'amount');
    return stated.length === 1 && statedBy.some((pattern) => pattern.test(sentence));
  });
}

/** The first screening is of what the person wrote; a flag on a tool's result later is no fault of theirs. */
function flagsOnMessage(answer: Answer): StageEvent[] {
  const first = answer.stages.find((stage) => stage.stage === 'input-guard');
  return first?.verdict === 'flag' ? [first] : [];
}

function anyOf(tool: string, ran: readonly string[]): boolean {
  return tool.split('|').some((name) => ran.includes(name));
}

function isOnlyOffer(answer: Answer): boolean {
  return answer.tools.includes('offer_topics') && answer.tools.every((tool) => tool === 'offer_topics');
}

function showsWayToPerson(answer: Answer): boolean {
  return (
    answer.text.includes(BRAND.supportEmail) ||
    answer.text.includes(BRAND.supportPhone) ||
    answer.suggestions.some(
      (one) => one.href !== undefined || /person|human|support/iu.test(`${one.label} ${one.text}`),
    )
  );
}
