import type { Episode, Person } from '../episode/episode.ts';
import type { Invariant } from './finding.ts';
import { promptTexts } from './prompts.ts';

/** Ids and marks of copied customers: the tag says whose they are. */
const TAGGED = /(?<![0-9a-f-])(f[0-9a-f]{7})-[0-9a-f]{4}-[57][0-9a-f]{3}-|z[mp](f[0-9a-f]{7})/g;

/** Nothing of another customer's or another person's is in a prompt or was sent. */
export const nothingOfOthers: Invariant = (episode, { proposals }) => {
  const problems: string[] = [];
  for (const { who, role, card } of episode.shown) {
    const { viewer } = episode.people[who];
    const row = proposals.find(({ id }) => id === card.approvalId);
    const isTheirs =
      role === 'approver'
        ? row?.people === 2 && row.confirmed_s !== null
        : row?.person_id === viewer.personId;
    if (!isTheirs) problems.push(`${who} was shown somebody else's card`);
  }
  for (const { prompt, text } of promptTexts(episode))
    problems.push(
      ...foreignIn(
        episode,
        episode.people[prompt.who],
        prompt.role,
        text,
        `prompt ${prompt.turn}.${prompt.round}`,
      ),
    );
  for (const sent of episode.sent)
    problems.push(
      ...foreignIn(
        episode,
        episode.people[sent.who],
        sent.role,
        sent.text,
        `${sent.event} of turn ${sent.turn}`,
      ),
    );
  for (const { isForeignHandle, turn, call, callId } of episode.emitted) {
    if (isForeignHandle && wasCalled(episode, turn, callId))
      problems.push(`${call.name} took a handle from elsewhere`);
  }
  return problems;
};

function foreignIn(episode: Episode, person: Person, role: string, text: string, where: string): string[] {
  const problems: string[] = [];
  // Staff who opened a case see that customer's card; nobody sees what others said.
  const isStaff = role === 'approver';
  for (const other of [episode.people.owner, episode.people.stranger]) {
    if (!isStaff && other.tag !== person.tag && text.includes(other.tag))
      problems.push(`${where} of ${person.who} holds ${other.who}'s data`);
  }
  const tags = isStaff ? [] : [...text.matchAll(TAGGED)].map(([, id, mark]) => id ?? mark);
  if (tags.some((tag) => tag !== person.tag))
    problems.push(`${where} of ${person.who} holds another customer's data`);
  for (const note of episode.notes) {
    if (note.kind === 'said' && note.who !== person.who && text.includes(note.token)) {
      // Tokens of one tenant share a tag, so they are compared whole.
      if (new RegExp(`${note.token}(?!\\d)`).test(text))
        problems.push(`${where} of ${person.who} holds what ${note.who} said`);
    }
  }
  return problems;
}

/** Whether this call was answered as done. */
export function wasCalled(episode: Episode, turn: number, callId: string): boolean {
  return episode.sent.some(
    (sent) =>
      sent.turn === turn &&
      sent.event === 'tool' &&
      sent.text.includes(`"callId":"${callId}"`) &&
      sent.text.includes('"status":"done"'),
  );
}

/** Members see no money; and from the moment a session or role was taken away nothing more is read for it. */
export const onlyWhatTheRoleMaySee: Invariant = (episode, { audit }) => {
  const problems: string[] = [];
  const money = `zm${episode.people.member.tag}`;
  for (const { prompt, text } of promptTexts(episode))
    if (prompt.role === 'member' && text.includes(money))
      problems.push(`prompt ${prompt.turn}.${prompt.round} of a member holds money`);
  for (const { role, text, turn, event } of episode.sent)
    if (role === 'member' && text.includes(money))
      problems.push(`${event} of turn ${turn} shows a member money`);
  for (const note of episode.notes) {
    if (note.kind !== 'mid-turn' || note.act !== 'revoke') continue;
    const { personId } = episode.people[note.who].viewer;
    const later = audit.filter(
      ({ person_id, action }) => person_id === personId && action === 'tool.called',
    ).length;
    const isBack = episode.commands.slice(note.step).some((one) => one.do === 'sign-in' || one.do === 'role');
    if (!isBack && later > note.calledBefore)
      problems.push(`${note.who} went on reading after the session was ended`);
  }
  return problems;
};
