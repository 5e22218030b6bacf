import { refuse, type Refusal } from '../../../platform/refusals.js';
import type { AnswerRefusalCode } from './refusals.js';

export interface AnswerFacts {
  readonly now: number;
  readonly session: { readonly state: string; readonly startsAt: number; readonly endsAt: number };
  readonly teaches: boolean;
  /** The session's time in the link, in epoch milliseconds. */
  readonly question: { readonly startsAt: number; readonly endsAt: number };
}

type Answer = Refusal<AnswerRefusalCode> | null;

/** Refusals of an answer; the first one is shown. */
export const SESSION_MAY_BE_ANSWERED: readonly ((facts: AnswerFacts) => Answer)[] = [
  sessionStands,
  sessionIsAhead,
  sessionIsTheirs,
  sessionTimeIsUnchanged,
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

export function sessionTimeIsUnchanged({ session, question }: AnswerFacts): Answer {
  return session.startsAt === question.startsAt && session.endsAt === question.endsAt
    ? null
    : refuse('answerSessionMoved', { startsAt: session.startsAt });
}
