import type { Tone } from '#components/ui/badge.tsx';
import type { HoldMove, HoldState } from '#lib/contract/retention.ts';

export const HOLD_STATES: Readonly<Record<HoldState, { label: string; tone: Tone }>> = {
  proposed: { label: 'Waits for a second person', tone: 'warn' },
  lapsed: { label: 'Lapsed', tone: 'neutral' },
  active: { label: 'In force', tone: 'accent' },
  releasing: { label: 'Release waits for a second person', tone: 'warn' },
  released: { label: 'Released', tone: 'neutral' },
  withdrawn: { label: 'Taken back', tone: 'neutral' },
};

type MoveWords = { label: string; title: string; text: string };

/** What each step says on its button, and before it is taken. */
export const HOLD_STEPS: Readonly<Record<HoldMove, MoveWords>> = {
  confirm: {
    label: 'Confirm',
    title: 'Confirm this hold?',
    text: 'Nothing of it is deleted until two people release it: not when its time has come, and not when its person asks for it.',
  },
  withdraw: {
    label: 'Take back',
    title: 'Take this hold back?',
    text: 'What is past its time goes with the next run.',
  },
  ask_release: {
    label: 'Ask for release',
    title: 'Ask to release this hold?',
    text: 'It stays in force until another administrator agrees.',
  },
  keep: {
    label: 'Refuse the release',
    title: 'Refuse the release?',
    text: 'The hold stays in force.',
  },
  release: {
    label: 'Release',
    title: 'Release this hold?',
    text: 'What is past its time, and what its people deleted meanwhile, goes with the next run. That cannot be taken back.',
  },
};
