import type { Episode } from '../episode/episode.ts';
import { readJson } from './decisions.ts';
import type { Invariant } from './finding.ts';

/** An entry for every attempt, allowed or denied; no value holds a control character. */
export const everythingIsAudited: Invariant = (episode, { audit, turns }) => {
  const problems: string[] = [];
  for (const entry of audit) {
    const values = [
      entry.action,
      entry.rule,
      entry.subject_kind,
      entry.subject_id,
      entry.request_id,
      ...Object.values(entry.facts ?? {}),
    ];
    // eslint-disable-next-line no-control-regex
    if (values.some((value) => typeof value === 'string' && /[\u0000-\u001f\u007f]/.test(value)))
      problems.push(`${entry.action} holds a control character`);
  }
  for (const { id, state } of turns) {
    if (!audit.some(({ turn_id, action }) => turn_id === id && action === 'turn.opened'))
      problems.push('a turn was opened without an entry');
    if (
      state === 'closed' &&
      !audit.some(({ turn_id, action }) => turn_id === id && action === 'turn.closed')
    )
      problems.push('a turn was closed without an entry');
  }
  for (const [turn, sent] of Map.groupBy(episode.sent, (one) => one.turn)) {
    if (turn === 0) continue;
    const id = sent.find(({ event }) => event === 'turn');
    const turnId = id ? String(readJson(id.text).turnId) : '';
    const ended = sent.filter(
      ({ event, text }) => event === 'tool' && !text.includes('"status":"running"'),
    ).length;
    const noted = audit.filter(
      (entry) =>
        entry.turn_id === turnId && (entry.action === 'tool.called' || entry.action === 'tool.denied'),
    ).length;
    const isReplay = !episode.prompts.some((prompt) => prompt.turn === turn);
    if (!isReplay && ended > noted) problems.push(`turn ${turn}: ${ended} calls, ${noted} entries`);
  }
  return [...problems, ...unnotedDecisions(episode, audit)];
};

function unnotedDecisions(episode: Episode, audit: Parameters<Invariant>[1]['audit']): string[] {
  return [...Map.groupBy(episode.submissions, ({ who, proposalId }) => `${who} ${proposalId}`)].flatMap(
    ([, sent]) => {
      const [first] = sent;
      if (!first) return [];
      // Only what somebody was shown can be theirs to decide; the rest is not found, and answered by the door.
      const isTheirs = episode.shown.some(
        ({ who, card, step }) =>
          who === first.who && card.approvalId === first.proposalId && step <= first.step,
      );
      const attempts = isTheirs
        ? sent.filter(
            ({ answer, isSignedIn }) =>
              isSignedIn && !['not_found', 'no_session', 'internal', 'thrown', 'busy'].includes(answer),
          ).length
        : 0;
      const { personId } = episode.people[first.who].viewer;
      const noted = audit.filter(
        ({ person_id, subject_id, action }) =>
          person_id === personId &&
          subject_id === first.proposalId &&
          action.startsWith('approval.') &&
          action !== 'approval.proposed',
      ).length;
      return attempts > noted ? [`${attempts} decisions of ${first.who}, ${noted} entries`] : [];
    },
  );
}
