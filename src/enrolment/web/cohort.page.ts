import { dayOf, definePage, inLanguage, type RequestContext } from '../../platform/index.js';
import type { CohortPageRow, PublicSessionRow } from '../data/cohort-page.js';
import type { PrerequisiteRow } from '../data/course-page.js';

/** What the page offers this visitor: to enrol, to sign up, their own enrolment, or nothing. */
export interface EnrolPanel {
  readonly kind: 'visitor' | 'open' | 'blocked' | 'own' | 'staff' | 'closed';
  /** Enrolling now means joining the waitlist. */
  readonly full: boolean;
  /** Address to return to after sign-in or sign-up, URI-encoded. */
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
  readonly cohort: CohortPageRow;
  readonly sessions: readonly SessionLine[];
  readonly prerequisites: readonly PrerequisiteRow[];
  readonly outcomes: readonly string[];
  readonly phase: string;
  readonly stateWord: string;
  readonly deliveryWord: string;
  readonly full: boolean;
  readonly seatsText: string;
  readonly enrolText: string;
  readonly enrolPanel: EnrolPanel;
  readonly refusals: readonly string[];
}

export const cohortPage = definePage<CohortPage>('enrolment/catalogue/cohort');

export function closedPanel(cohortCode: string, full: boolean): EnrolPanel {
  const next = encodeURIComponent(`/cohorts/${cohortCode}`);
  return { kind: 'closed', full, next, enrolmentId: null, stateWord: null, state: null, reasons: [] };
}

export function sessionLine(row: PublicSessionRow, context: RequestContext): SessionLine {
  const { language, translator } = context;
  const room = inLanguage(context, row.roomZh, row.roomEn);
  const place = inLanguage(context, row.placeZh, row.placeEn);
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
