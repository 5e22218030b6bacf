import { dayOf, definePage, type RequestContext } from '../../platform/index.js';
import type { CohortRow, PublicSessionRow } from '../data/cohort-page.js';
import type { NeededRow } from '../data/course-page.js';

/** The step in, as this visitor meets it. */
export interface EnrolDoor {
  readonly kind: 'visitor' | 'open' | 'blocked' | 'own' | 'staff' | 'closed';
  /** Enrolling now means waiting in line. */
  readonly full: boolean;
  /** Where sign-in and sign-up come back to, encoded. */
  readonly next: string;
  readonly enrolmentId: string | null;
  readonly state: string | null;
  readonly stateWord: string | null;
  readonly reasons: readonly string[];
}

export interface SessionLine {
  readonly day: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly title: string;
  readonly href: null;
  readonly facts: readonly { readonly icon: string; readonly text: string }[];
  readonly state: string | null;
  readonly stateWord: string | null;
}

export interface CohortPage {
  readonly cohort: CohortRow;
  readonly sessions: readonly SessionLine[];
  readonly needed: readonly NeededRow[];
  readonly outcomes: readonly string[];
  readonly phase: string;
  readonly stateWord: string;
  readonly deliveryWord: string;
  readonly full: boolean;
  readonly seatsText: string;
  readonly enrolText: string;
  readonly door: EnrolDoor;
  readonly refusals: readonly string[];
}

export const cohortPage = definePage<CohortPage>('enrolment/catalogue/cohort');

export function sessionLine(row: PublicSessionRow, { language, translator }: RequestContext): SessionLine {
  const said = (zh: string | null, en: string | null): string | null => (language === 'en' ? en || zh : zh || en);
  const room = said(row.roomZh, row.roomEn);
  const place = said(row.placeZh, row.placeEn);
  const instructor = language === 'en' ? row.instructorLatin || row.instructor : row.instructor;
  const cancelled = row.state === 'cancelled';
  return {
    day: dayOf(row.startsAt),
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    title: translator.t('cohort_page.session', { number: row.number }),
    href: null,
    facts: [
      ...(room ? [{ icon: 'map-pin', text: place ? `${room} · ${place}` : room }] : []),
      ...(instructor ? [{ icon: 'user', text: instructor }] : []),
    ],
    state: cancelled ? 'cancelled' : null,
    stateWord: cancelled ? translator.t('cohort_page.session_cancelled') : null,
  };
}
