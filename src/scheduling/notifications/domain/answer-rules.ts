import { refuse, type Refusal } from '../../../platform/refusals.js';
import type { AnswerRefusalCode } from './refusals.js';

export interface AnswerFacts {
  readonly now: number;
  readonly session: { readonly state: string; readonly startsAt: number; readonly endsAt: number };
  readonly teaches: boolean;
  /** The time that was asked about, in epoch milliseconds. */
  readonly asked: { readonly startsAt: number; readonly endsAt: number };
}

type Answer = Refusal<AnswerRefusalCode> | null;

/** What speaks against answering for a session; the first reason is the one to tell. */
export const SESSION_MAY_BE_ANSWERED: readonly ((facts: AnswerFacts) => Answer)[] = [
  sessionStands,
  sessionIsAhead,
  sessionIsTheirs,
  sessionIsAtTheTimeAsked,
];

export function sessionStands({ session }: AnswerFacts): Answer {
  return session.state === 'cancelled' ? refuse('answerSessionCancelled') : null;
}

export function sessionIsAhead({ session, now }: AnswerFacts): Answer {
  return session.state === 'held' || session.startsAt <= now
    ? refuse('answerSessionBegun', { startsAt: session.startsAt })
    : null;
}

export function sessionIsTheirs({ teaches }: AnswerFacts): Answer {
  return teaches ? null : refuse('answerNotYours');
}

export function sessionIsAtTheTimeAsked({ session, asked }: AnswerFacts): Answer {
  return session.startsAt === asked.startsAt && session.endsAt === asked.endsAt
    ? null
    : refuse('answerSessionMoved', { startsAt: session.startsAt });
}
