import { instantOf } from '../../../../src/platform/index.js';
import type { PublicSessionRow } from '../../../../src/enrolment/data/cohort-page.js';
import { seatsSentence, windowSentence } from '../../../../src/enrolment/web/catalogue.page.js';
import { type CohortPage, type EnrolPanel, sessionLine } from '../../../../src/enrolment/web/cohort.page.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../../support/views/rendered-view.js';

type Cohort = CohortPage['cohort'];

const view = viewOf<CohortPage>('enrolment/catalogue/cohort', { path: '/cohorts/AZ-104-2026-12' });

function cohort(change: Partial<Cohort> = {}): Cohort {
  return {
    id: 'c1',
    code: 'AZ-104-2026-12',
    state: 'tentative',
    delivery: 'onsite',
    startsOn: '2026-12-28',
    endsOn: '2027-01-05',
    capacity: 20,
    windowOpensAt: instantOf('2026-03-01', '08:00'),
    windowClosesAt: instantOf('2026-12-20', '18:00'),
    feeTextZh: null,
    feeTextEn: null,
    sponsor: null,
    cancelReason: null,
    courseId: 'k1',
    courseCode: 'AZ-104',
    titleZh: 'Azure 管理员',
    titleEn: 'Azure administrator',
    summaryZh: '',
    summaryEn: '',
    hours: 1,
    outcomesZh: '',
    outcomesEn: '',
    taken: 0,
    waiting: 0,
    ...change,
  };
}

function panel(kind: EnrolPanel['kind'], change: Partial<EnrolPanel> = {}): EnrolPanel {
  const next = encodeURIComponent('/cohorts/AZ-104-2026-12');
  return { kind, full: false, next, enrolmentId: null, state: null, stateWord: null, reasons: [], ...change };
}

function page(stage: Stage, change: Partial<CohortPage> = {}): CohortPage {
  const one = change.cohort ?? cohort();
  const seats = seatsSentence(one, stage.translator);
  return {
    cohort: one,
    sessions: [],
    prerequisites: [],
    outcomes: [],
    phase: one.state,
    stateWord: stage.t(`catalogue.state.${one.state}`),
    deliveryWord: stage.t('catalogue.delivery.onsite'),
    full: seats.full,
    seatsText: seats.text,
    enrolText: windowSentence(one, stage.translator, LOOKED_AT),
    enrolPanel: panel('closed'),
    refusals: [],
    ...change,
  };
}

const ENROL = 'post /cohorts/AZ-104-2026-12/enrolments';

describe("a cohort's page", () => {
  inEachLanguage('links to its course and shows that no sessions are scheduled yet', (stage) => {
    const seen = view(stage, page(stage));
    expect(seen.heading).toContain(stage.one('Azure 管理员', 'Azure administrator'));
    expect(seen.link(stage.t('cohort_page.back'))).toBe('/courses/AZ-104');
    expect(seen.words).toContain(stage.t('cohort_page.no_sessions'));
    expect(seen.words).toContain(stage.t('catalogue.seats_left', { count: 20 }));
    expect(seen.facts[stage.t('course_page.length')]).toBe(stage.t('cohort_page.hours', { count: 1 }));
    expect(seen.facts).not.toHaveProperty(stage.t('cohort_page.fee'));
    expect(seen.facts).not.toHaveProperty(stage.t('cohort_page.sponsor'));
  });

  describe.each([
    ['a free seat', false, 'enrol', 'enrol_how'],
    ['only the waitlist', true, 'join_waitlist', 'waitlist_how'],
  ] as const)('for a trainee with %s', (_, full, act, how) => {
    inEachLanguage('has the button to enrol or join the waitlist, and explains the next step', (stage) => {
      const seen = view(stage, page(stage, { enrolPanel: panel('open', { full }) }), { viewer: 'trainee' });
      expect(seen.requests).toEqual([ENROL]);
      expect(seen.button(stage.t(`cohort_page.${act}`))).toBe(ENROL);
      expect(seen.words).toContain(stage.t(`cohort_page.${how}`));
    });
  });

  describe.each([
    ['a free seat', false, 'sign_up_to_enrol'],
    ['only the waitlist', true, 'sign_up_to_wait'],
  ] as const)('for a visitor with %s', (_, full, act) => {
    inEachLanguage('links to sign-up and sign-in, which return here', (stage) => {
      const seen = view(stage, page(stage, { enrolPanel: panel('visitor', { full }) }));
      expect(seen.link(stage.t(`cohort_page.${act}`))).toBe('/sign-up?next=%2Fcohorts%2FAZ-104-2026-12');
      expect(seen.link(stage.t('layout.sign_in'))).toBe('/sign-in?next=%2Fcohorts%2FAZ-104-2026-12');
      expect(seen.requests).toEqual([]);
    });
  });

  inEachLanguage('shows an enrolled trainee the state and a link to the enrolment', (stage) => {
    const stateWord = stage.t('enrolment.state.waitlisted');
    const own = panel('own', { enrolmentId: 'e1', state: 'waitlisted', stateWord });
    const seen = view(stage, page(stage, { enrolPanel: own }), { viewer: 'trainee' });
    expect(seen.textsOf('badge')).toContain(stateWord);
    expect(seen.link(stage.t('cohort_page.see_enrolment'))).toBe('/enrolments/e1');
    expect(seen.requests).toEqual([]);
  });

  inEachLanguage('shows a blocked trainee every reason instead of a button', (stage) => {
    const seen = view(stage, page(stage, { enrolPanel: panel('blocked', { reasons: ['Reason 1', 'Reason 2'] }) }));
    expect(seen.words).toContain(`${stage.t('cohort_page.blocked')} Reason 1 Reason 2`);
    expect(seen.requests).toEqual([]);
  });

  inEachLanguage('refers staff to the roster', (stage) => {
    const seen = view(stage, page(stage, { enrolPanel: panel('staff') }), { viewer: 'coordinator' });
    expect(seen.words).toContain(stage.t('cohort_page.staff'));
    expect(seen.requests).toEqual([]);
  });

  inEachLanguage('has no button and no link to sign up when enrolment is closed', (stage) => {
    const seen = view(stage, page(stage));
    expect(seen.requests).toEqual([]);
    expect(seen.hrefs.filter((href) => href.startsWith('/sign-'))).toEqual([]);
  });

  describe.each([null, '报名人数不足'])('cancelled with the reason %s', (cancelReason) => {
    inEachLanguage('shows the cancellation with its reason, if there is one', (stage) => {
      const seen = view(stage, page(stage, { cohort: cohort({ state: 'cancelled', cancelReason }) }));
      expect(seen.textsOf('muted')).toContain(`${stage.t('cohort_page.cancelled')} ${cancelReason ?? ''}`.trim());
      expect(seen.requests).toEqual([]);
    });
  });

  inEachLanguage('shows why an enrolment was refused above everything else', (stage) => {
    const seen = view(stage, page(stage, { enrolPanel: panel('open'), refusals: ['Refused'] }), { viewer: 'trainee' });
    expect(seen.textsOf('callout-title')).toEqual([stage.t('cohort_page.refused')]);
    expect(seen.words.indexOf('Refused')).toBeLessThan(seen.words.indexOf(stage.t('cohort_page.sessions')));
  });

  inEachLanguage('lists sessions across the turn of the year, without room or instructor, and cancelled', (stage) => {
    const row: PublicSessionRow = {
      number: 1,
      startsAt: instantOf('2026-12-31', '22:30'),
      endsAt: instantOf('2027-01-01', '00:00'),
      state: 'planned',
      roomZh: '趵突泉实训室',
      roomEn: 'Baotu Lab',
      placeZh: null,
      placeEn: null,
      instructor: '王海涛',
      instructorLatin: null,
    };
    const bare = { ...row, number: 2, roomZh: null, roomEn: null, instructor: null, state: 'cancelled' };
    const sessions = [row, bare].map((one) => sessionLine(one, stage.context()));
    const seen = view(stage, page(stage, { sessions }));
    const [first, second] = seen.textsOf('session');
    expect(first).toContain('22:30–00:00');
    expect(first).toContain(`${stage.one('趵突泉实训室', 'Baotu Lab')} 王海涛`);
    expect(second).toContain(stage.t('cohort_page.session_cancelled'));
    expect(seen.textsOf('meta')).toHaveLength(1);
    expect(seen.words).not.toContain(stage.t('cohort_page.no_sessions'));
  });

  inEachLanguage('shows sponsor, fee and prerequisites, if any', (stage) => {
    const named = { sponsor: '齐鲁软件', feeTextZh: '免费', feeTextEn: 'Free' };
    const needed = [{ nameZh: '网络', nameEn: 'Networks', courseCode: 'NET-1' }];
    const seen = view(stage, page(stage, { cohort: cohort(named), prerequisites: needed, outcomes: ['A'] }));
    expect(seen.facts[stage.t('cohort_page.fee')]).toBe(stage.one('免费', 'Free'));
    expect(seen.facts[stage.t('cohort_page.sponsor')]).toBe('齐鲁软件');
    expect(seen.link(stage.one('网络', 'Networks'))).toBe('/courses/NET-1');
    expect(seen.sections).toContain(stage.t('course_page.outcomes'));
  });
});
