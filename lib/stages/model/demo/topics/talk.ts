import 'server-only';
import { read, type Topic } from '../answer/read-result.ts';
import { paragraphs, sentences, type Voice } from '../answer/voice.ts';
import type { Task } from '../types.ts';
import { nameText, renewalText, seatSlots } from './plan.ts';

export function* answerHello(_: Task, voice: Voice): Topic {
  return yield* still(voice.say('hello.hi'));
}

export function* answerCapabilities(_: Task, voice: Voice): Topic {
  return yield* still(voice.say('can.do'));
}

export function* answerThanks(_: Task, voice: Voice): Topic {
  return yield* still(voice.say('thanks.welcome'));
}

export function* answerBye(_: Task, voice: Voice): Topic {
  return yield* still(voice.say('bye.bye'));
}

export function* answerPerson(_: Task, voice: Voice): Topic {
  const { support, supportPhone: phone } = voice.facts;
  const number = phone === '' ? '' : voice.say('person.phone', { phone });
  return yield* still(sentences(number, voice.say('person.how', { support })));
}

export function* answerBot(_: Task, voice: Voice): Topic {
  return yield* still(voice.say('bot.am', { vendor: voice.facts.vendor, support: voice.facts.support }));
}

export function* answerPrivacy({ concepts }: Task, voice: Voice): Topic {
  // "Who can see it then?" of a member asks who sees the money.
  const isMember = voice.facts.role === 'member' && concepts.has('who');
  const owner = isMember ? voice.say('role.owner_only') : '';
  return yield* still(sentences(voice.say('privacy.is', { support: voice.facts.support }), owner));
}

export function* answerCurrency(_: Task, voice: Voice): Topic {
  return yield* still(voice.say('currency.is', { currency: voice.facts.currency }));
}

export function* answerComplaint(_: Task, voice: Voice): Topic {
  return yield* still(voice.say('complaint.ask', { support: voice.facts.support }));
}

export function* answerCancel(task: Task, voice: Voice): Topic {
  const plan = yield* read('get_plan');
  const stays = task.concepts.has('stay');
  const { support } = voice.facts;
  return paragraphs(
    sentences(
      voice.say(stays ? 'cancel.stay' : 'cannot.cancel'),
      voice.say(stays ? 'cancel.stay_help' : 'cannot.cancel_help', { support }),
    ),
    plan ? sentences(nameText(plan, voice), renewalText(plan, 'plan.renews', voice)) : '',
  );
}

export function* answerChangePlan(_: Task, voice: Voice): Topic {
  const plan = yield* read('get_plan');
  return paragraphs(
    sentences(voice.say('cannot.plan'), voice.say('cannot.plan_help', { support: voice.facts.support })),
    plan ? sentences(nameText(plan, voice), renewalText(plan, 'plan.renews', voice)) : '',
  );
}

export function* answerChangeSeats(_: Task, voice: Voice): Topic {
  const plan = yield* read('get_plan');
  return paragraphs(
    sentences(voice.say('cannot.seats'), voice.say('cannot.help', { support: voice.facts.support })),
    plan ? voice.say('seats.count', seatSlots(plan)) : '',
  );
}

/** An answer that needs no look-up. */
function* still(text: string): Topic {
  yield* [];
  return text;
}
