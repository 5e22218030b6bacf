import { may } from '../../accounts/index.js';
import { dayOf, definePage, inLanguage, type RequestContext } from '../../platform/index.js';
import { phaseOf } from '../../cohorts/index.js';
import type { CohortToCertify } from '../data/tasks/certificates-to-issue.js';
import type { WaitingCohort } from '../data/tasks/waitlists-with-seats.js';
import type { CohortSoon, SessionToday } from '../data/today.js';
import type { Wrong, WrongCode } from '../domain/attention.js';

interface Fact {
  readonly icon: string;
  readonly text: string;
}

interface SessionView {
  readonly day: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly title: string;
  readonly href: string;
  readonly facts: readonly Fact[];
  readonly state: string;
  readonly stateWord: string;
  /** The next step: the register, or assigning the missing room or instructor. */
  readonly actHref: string;
  readonly actWord: string;
}

interface SoonView {
  readonly code: string;
  readonly name: string;
  readonly href: string;
  readonly what: string;
  readonly enrolled: string;
  readonly confirmed: number;
  readonly capacity: number;
  readonly state: string;
  readonly stateWord: string;
  readonly actHref: string;
  readonly actWord: string;
}

interface WaitingView {
  readonly code: string;
  readonly name: string;
  readonly href: string;
  readonly line: string;
  readonly seats: string;
  readonly startsOn: string;
}
interface WrongView {
  readonly text: string;
  readonly href: string | null;
  readonly act: string | null;
  readonly tone: 'bad' | 'warn';
}

export interface TodayPage {
  readonly today: string;
  readonly taskCount: number;
  readonly soonDays: number;
  readonly sessions: readonly SessionView[];
  readonly soon: readonly SoonView[];
  readonly waiting: readonly WaitingView[];
  readonly waitingMore: readonly WaitingView[];
  readonly toCertify: readonly (CohortToCertify & { readonly href: string })[];
  readonly toCertifyMore: readonly (CohortToCertify & { readonly href: string })[];
  readonly wrong: readonly WrongView[];
  readonly wrongMore: readonly WrongView[];
}

export const todayPage = definePage<TodayPage>('reporting/today/index');

const cohortHref = (code: string, tab = ''): string => `/office/cohorts/${encodeURIComponent(code)}${tab}`;
const SHOWN = 6;

/** The first few as `<name>`, and the rest, which the page folds away, as `<name>More`. */
export function split<Name extends string, Line>(
  name: Name,
  lines: readonly Line[],
): Record<Name | `${Name}More`, readonly Line[]> {
  const parts: Record<string, readonly Line[]> = { [name]: lines.slice(0, SHOWN), [`${name}More`]: lines.slice(SHOWN) };
  return parts;
}

export function sessionView(row: SessionToday, context: RequestContext, now: number): SessionView {
  const { translator } = context;
  const room =
    row.roomZh !== null
      ? inLanguage(context, row.roomZh, row.roomEn)
      : translator.t(row.delivery === 'online' ? 'today.online' : 'today.no_room');
  const done = row.expected > 0 && row.marked >= row.expected;
  const state =
    row.expected === 0
      ? 'off'
      : done
        ? 'done'
        : now < row.startsAt
          ? 'draft'
          : row.marked > 0
            ? 'warning'
            : now < row.endsAt
              ? 'held'
              : 'warning';
  const word =
    row.expected === 0
      ? 'nobody'
      : done
        ? 'done'
        : row.marked > 0
          ? 'part'
          : now < row.startsAt
            ? 'later'
            : now < row.endsAt
              ? 'now'
              : 'open';
  const bare = row.instructor === null || (row.roomZh === null && row.delivery !== 'online');
  return {
    day: dayOf(row.startsAt),
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    title: translator.t('today.session', { title: inLanguage(context, row.titleZh, row.titleEn), number: row.number }),
    href: cohortHref(row.cohortCode, '/sessions'),
    facts: [
      { icon: 'layers', text: row.cohortCode },
      { icon: 'map-pin', text: room },
      { icon: 'instructor', text: row.instructor ?? translator.t('today.no_instructor') },
    ],
    state,
    stateWord: translator.t(`today.register.${word}`, { marked: row.marked, expected: row.expected }),
    actHref: bare && now < row.startsAt ? cohortHref(row.cohortCode, '/sessions') : `/sessions/${row.id}/register`,
    actWord: translator.t(
      bare && now < row.startsAt ? 'today.act.assign' : done ? 'today.act.see_register' : 'today.act.register',
    ),
  };
}

const NEXT_ACT: Readonly<Record<string, readonly [tab: string, word: string]>> = {
  draft: ['/publication', 'publish'],
  tentative: ['/confirmation', 'confirm'],
  confirmed: ['/roster', 'roster'],
};

export function cohortSoonView(row: CohortSoon, context: RequestContext, now: number): SoonView {
  const { translator } = context;
  const [tab, word] = NEXT_ACT[row.state] ?? ['', 'open'];
  const phase = phaseOf(row, dayOf(now));
  const what =
    row.windowOpensAt > now
      ? translator.t('today.opens', { at: row.windowOpensAt, date: row.startsOn })
      : translator.t('today.starts', { date: row.startsOn });
  return {
    code: row.code,
    name: inLanguage(context, row.titleZh, row.titleEn),
    href: cohortHref(row.code),
    what,
    enrolled: translator.t('today.enrolled', {
      count: row.confirmed,
      capacity: row.capacity,
      least: row.leastEnrolment,
    }),
    confirmed: row.confirmed,
    capacity: row.capacity,
    state: phase,
    stateWord: translator.t(`today.state.${phase}`),
    actHref: cohortHref(row.code, tab),
    actWord: translator.t(`today.act.${word}`),
  };
}

export function waitingView(row: WaitingCohort, context: RequestContext): WaitingView {
  const { translator } = context;
  const parts = [
    ...(row.offered > 0 ? [translator.t('today.offered', { count: row.offered, at: row.nextDeadline })] : []),
    row.free > 0 ? translator.t('today.free', { count: row.free }) : translator.t('today.full'),
  ];
  return {
    code: row.code,
    name: inLanguage(context, row.titleZh, row.titleEn),
    href: cohortHref(row.code, '/roster'),
    startsOn: row.startsOn,
    line: translator.t('today.waiting', { count: row.waiting }),
    seats: parts.join(translator.t('today.and')),
  };
}

const PUT_RIGHT: Readonly<Record<WrongCode, readonly [tab: string, act: string, tone: 'bad' | 'warn']>> = {
  noInstructor: ['/sessions', 'assign', 'warn'],
  noRoom: ['/sessions', 'assign', 'warn'],
  onClosedDay: ['/sessions', 'move', 'warn'],
  decide: ['', 'settle', 'warn'],
  belowLeast: ['/roster', 'decide', 'warn'],
  notPublished: ['/publication', 'publish', 'warn'],
  overdue: ['/completion', 'complete', 'warn'],
  failedMails: ['', 'outbox', 'bad'],
};

/** All problems as text, most urgent first; those that do not fit are folded away. */
export function wrongViews(
  wrong: readonly Wrong[],
  { translator, actor }: RequestContext,
): Pick<TodayPage, 'wrong' | 'wrongMore'> {
  const views = wrong.map(({ code, cohort, data }): WrongView => {
    const [tab, act, tone] = PUT_RIGHT[code];
    const href = cohort !== null ? cohortHref(cohort, tab) : may(actor, 'outbox.read') ? '/office/outbox' : null;
    return {
      text: translator.t(`today.wrong.${code}`, data),
      href,
      act: href === null ? null : translator.t(`today.act.${act}`),
      tone,
    };
  });
  return split('wrong', views);
}
