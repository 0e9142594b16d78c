import type { OfferedApproval } from '#lib/contract/approvals.ts';
import type { Claim, Finish, StageEvent, Suggestion, ToolEvent, TurnEvent } from '#lib/contract/chat.ts';
import type { Message } from '#lib/contract/conversations.ts';
import { writerOf } from '#lib/contract/generated-by.ts';

/** An answer while it arrives, and after it until the stored one takes its place. */
export type LiveTurn = {
  /** What the person sent, and which of their messages it replaces. */
  question: string;
  replaces: string | undefined;
  turnId: string | null;
  text: string;
  tools: ToolEvent[];
  stages: StageEvent[];
  approvals: OfferedApproval[];
  claims: Claim[];
  suggestions: Suggestion[];
  quota: { used: number; limit: number; resetsAt: string } | null;
  error: { message: string; retryable: boolean } | null;
  /** Null while it arrives. */
  finish: Finish | null;
};

export function beginTurn(question: string, replaces?: string): LiveTurn {
  return {
    question,
    replaces,
    turnId: null,
    text: '',
    tools: [],
    stages: [],
    approvals: [],
    claims: [],
    suggestions: [],
    quota: null,
    error: null,
    finish: null,
  };
}

/** The turn after one more event. */
export function applyEvent(turn: LiveTurn, { event, data }: TurnEvent): LiveTurn {
  switch (event) {
    case 'turn':
      return { ...turn, turnId: data.turnId };
    case 'stage':
      return { ...turn, stages: [...turn.stages, data] };
    case 'text':
      return { ...turn, text: turn.text + data.delta };
    case 'tool':
      return { ...turn, tools: [...turn.tools.filter((tool) => tool.callId !== data.callId), data] };
    case 'approval':
      return { ...turn, approvals: [...turn.approvals, data] };
    case 'claims':
      return { ...turn, claims: data.items };
    case 'quota':
      return { ...turn, quota: data };
    case 'suggestions':
      return { ...turn, suggestions: data.items };
    case 'error':
      return { ...turn, error: { message: data.message, retryable: data.retryable } };
    case 'done':
      return { ...turn, finish: data.finish };
  }
}

/** What the page says while nothing has been written yet: the look-up that runs, else a general line. */
export function waitingLine(turn: LiveTurn, general: string): string {
  const running = turn.tools.findLast((tool) => tool.status === 'running');
  return running ? `${running.summary}…` : general;
}

const BLANK = {
  createdAt: '',
  branches: [],
  stages: [],
  tools: [],
  approvals: [],
  claims: [],
  suggestions: [],
  feedback: null,
};

/** The stored messages that stay on screen beside this turn: all before the one that it replaces. */
export function before(turn: LiveTurn | null, stored: readonly Message[]): readonly Message[] {
  const cut = turn?.replaces ? stored.findIndex((message) => message.id === turn.replaces) : -1;
  return cut === -1 ? stored : stored.slice(0, cut);
}

/** The live turn as a question and its answer in the shape of stored ones, so that one component draws both. */
export function asMessages(turn: LiveTurn): [Message, Message] {
  const { text, finish, stages, tools, claims, suggestions } = turn;
  const approvals = turn.approvals.map(({ approvalId, title }) => ({ approvalId, title }));
  const turnId = turn.turnId ?? '';
  return [
    { ...BLANK, id: '', role: 'user', text: turn.question, generatedBy: 'person', finish: null, turnId },
    {
      ...BLANK,
      id: '',
      role: 'assistant',
      text,
      generatedBy: writerOf('assistant', finish),
      finish,
      turnId,
      stages,
      tools,
      approvals,
      claims,
      suggestions,
    },
  ];
}
