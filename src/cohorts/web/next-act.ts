import { type Refusal, type Translator, refusalText, refusalTexts } from '../../platform/index.js';
import {
  cohortHasSessions,
  capacityFitsRooms,
  type MoveFacts,
  publicationBlockers,
  windowIsNotOver,
} from '../domain/move-rules.js';
import type { CohortHeader } from './cohort-header.js';

/** The next action on the cohort, or what it still needs. */
export interface NextAct {
  readonly heading: string;
  readonly text: string;
  readonly actText: string;
  readonly href: string;
  readonly reasons: readonly string[];
}

export function nextActOf(facts: MoveFacts, header: CohortHeader, translator: Translator): NextAct | null {
  const { state } = header;
  const values = {
    confirmed: facts.confirmed,
    least: facts.cohort.leastEnrolment,
    reason: header.cohort.cancelReason ?? '',
    at: header.cohort.cancelledAt ?? 0,
  };
  const named = (noun: string, reasons: readonly string[] = []): NextAct => ({
    heading: translator.t(`cohort.next_${state}`),
    text: translator.t(`cohort.next_${state}_text`, values),
    actText: translator.t(`cohort.act_${noun}`),
    href: `${header.href}/${noun}`,
    reasons,
  });
  switch (state) {
    case 'draft':
      return named('publication', refusalTexts(translator, publicationBlockers(facts)));
    case 'tentative':
      return named('confirmation');
    case 'confirmed':
      return named('completion');
    case 'completed':
      return named('certificates');
    case 'cancelled':
      return null;
  }
}

export interface CheckLine {
  readonly tone: 'good' | 'warn' | 'bad';
  readonly text: string;
  readonly href: string;
  readonly toneText: string;
}

/**
 * What a cohort needs before it begins. Tones: `bad` blocks publication, `warn` is due before the start,
 * `good` is done.
 */
export function checklistOf(facts: MoveFacts, { href, cohort }: CohortHeader, translator: Translator): CheckLine[] {
  const line = (tone: CheckLine['tone'], text: string, to: string): CheckLine => ({
    tone,
    text,
    href: `${href}/${to}`,
    toneText: translator.t(`cohort.check_${tone}`),
  });
  const must = (reason: Refusal | null, good: string, to: string): CheckLine =>
    reason ? line('bad', refusalText(translator, reason), to) : line('good', good, to);
  const sessions = must(
    cohortHasSessions(facts),
    translator.t('cohort.check_sessions', { count: facts.sessions }),
    'sessions',
  );
  const people =
    facts.sessionsWithoutInstructor > 0
      ? line('warn', translator.t('cohort.check_no_instructor', { count: facts.sessionsWithoutInstructor }), 'sessions')
      : line('good', translator.t('cohort.check_instructors'), 'sessions');
  const place =
    facts.sessionsWithoutRoom > 0
      ? line('warn', translator.t('cohort.check_no_room', { count: facts.sessionsWithoutRoom }), 'sessions')
      : must(capacityFitsRooms(facts), translator.t('cohort.check_rooms', { capacity: cohort.capacity }), 'edit');
  const window = must(
    windowIsNotOver(facts),
    translator.t('cohort.check_window', { opensAt: cohort.windowOpensAt, closesAt: cohort.windowClosesAt }),
    'edit',
  );
  return [sessions, ...(facts.sessions > 0 ? [...(cohort.delivery === 'online' ? [] : [place]), people] : []), window];
}
