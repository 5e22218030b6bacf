import { phaseOf } from '../../cohorts/index.js';
import { dayOf, definePage, inLanguage, instantOf, type RequestContext } from '../../platform/index.js';
import type { OwnCertificate, OwnEnrolment, OwnResult, OwnSession } from '../data/own-training.js';

interface Fact {
  readonly icon: string;
  readonly text: string;
}

interface SessionRow {
  readonly day: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly title: string;
  readonly href: string;
  readonly facts: readonly Fact[];
  readonly state: string | null;
  readonly stateWord: string | null;
}

interface EnrolmentView {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly state: string;
  readonly stateWord: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly deadline: number | null;
  readonly facts: readonly Fact[];
  readonly results: readonly { readonly text: string; readonly passed: boolean }[];
  readonly isCurrent: boolean;
  /** The cohort's phase, for those with a seat in it; `null` if the enrolment's state says everything. */
  readonly cohortPhase: string | null;
  readonly cohortWord: string | null;
  /** Whether the cohort still takes place. */
  readonly cohortStands: boolean;
  readonly canWithdraw: boolean;
}

interface CertificateView {
  readonly href: string;
  /** `null` if its record has been altered. */
  readonly pdfHref: string | null;
  readonly name: string;
  readonly certificateNumber: string;
  readonly state: string;
  readonly stateWord: string;
  readonly text: string;
}

export interface OwnTrainingPage {
  readonly offers: readonly EnrolmentView[];
  readonly sessions: readonly SessionRow[];
  readonly current: readonly EnrolmentView[];
  readonly past: readonly EnrolmentView[];
  readonly certificates: readonly CertificateView[];
  readonly isNew: boolean;
}

export const ownTrainingPage = definePage<OwnTrainingPage>('reporting/training/index');

export function sessionRow(row: OwnSession, context: RequestContext, today: string): SessionRow {
  const { translator } = context;
  const room = [inLanguage(context, row.roomZh, row.roomEn), inLanguage(context, row.placeZh, row.placeEn)]
    .filter((text) => text !== '')
    .join(' · ');
  const where = room !== '' ? room : translator.t(row.delivery === 'online' ? 'training.online' : 'training.no_room');
  const day = dayOf(row.startsAt);
  return {
    day,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    title: translator.t('training.session', {
      title: inLanguage(context, row.titleZh, row.titleEn),
      number: row.number,
    }),
    href: `/cohorts/${encodeURIComponent(row.cohortCode)}`,
    facts: [
      { icon: 'map-pin', text: where },
      ...(row.instructor === null ? [] : [{ icon: 'instructor', text: row.instructor }]),
    ],
    state: day === today ? 'info' : null,
    stateWord: day === today ? translator.t('training.today') : null,
  };
}

export function enrolmentView(
  row: OwnEnrolment,
  results: readonly OwnResult[],
  { context, now }: { context: RequestContext; now: number },
): EnrolmentView {
  const { translator } = context;
  const cohortStands = ['tentative', 'confirmed'].includes(row.cohortState);
  const phase = phaseOf({ state: row.cohortState, startsOn: row.startsOn }, dayOf(now));
  const showsPhase =
    ['tentative', 'confirmed', 'inProgress'].includes(phase) &&
    ['confirmed', 'waitlisted', 'offered'].includes(row.state);
  const begins = row.firstStart ?? instantOf(row.startsOn, '00:00');
  const counted = row.held - row.excused;
  const attendance = ['confirmed', 'completed', 'notCompleted'].includes(row.state) && counted > 0;
  return {
    id: row.id,
    name: inLanguage(context, row.titleZh, row.titleEn),
    code: row.cohortCode,
    state: row.state,
    stateWord: translator.t(`enrolment.state.${row.state}`),
    cohortPhase: showsPhase ? phase : null,
    cohortWord: showsPhase ? translator.t(`training.cohort_${phase}`) : null,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    deadline: row.offerExpiresAt,
    facts: [
      { icon: 'calendar', text: translator.t('training.dates', { from: row.startsOn, to: row.endsOn }) },
      ...(row.state === 'waitlisted'
        ? [{ icon: 'queue', text: translator.t('training.place_in_line', { place: row.placeInLine }) }]
        : []),
      ...(attendance
        ? [{ icon: 'check', text: translator.t('training.attendance', { attended: row.attended, held: counted }) }]
        : []),
    ],
    results: results.map((one) => ({
      text: translator.t(one.score >= one.passScore ? 'training.passed' : 'training.failed', {
        name: inLanguage(context, one.nameZh, one.nameEn),
        score: one.score,
        full: one.fullScore,
      }),
      passed: one.score >= one.passScore,
    })),
    isCurrent: cohortStands && ['confirmed', 'waitlisted'].includes(row.state),
    cohortStands,
    canWithdraw:
      cohortStands && (['waitlisted', 'offered'].includes(row.state) || (row.state === 'confirmed' && now < begins)),
  };
}

export function certificateView(row: OwnCertificate, context: RequestContext): CertificateView {
  const { translator } = context;
  const { state } = row;
  return {
    href: `/c/${row.token}`,
    pdfHref: state === 'unchecked' ? null : `/c/${row.token}.pdf`,
    name: inLanguage(context, row.nameZh, row.nameEn) || translator.t('training.certificate.unchecked'),
    certificateNumber: row.number,
    state,
    stateWord: translator.t(`training.certificate.${state}`),
    text: issuedText(row, context),
  };
}

function issuedText({ issuedOn, expiresOn }: OwnCertificate, { translator }: RequestContext): string {
  if (issuedOn === null) return '';
  return expiresOn === null
    ? translator.t('training.issued', { date: issuedOn })
    : translator.t('training.issued_until', { date: issuedOn, until: expiresOn });
}
