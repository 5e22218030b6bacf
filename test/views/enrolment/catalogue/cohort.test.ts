import { instantOf } from '../../../../src/platform/index.js';
import type { PublicSessionRow } from '../../../../src/enrolment/data/cohort-page.js';
import { seatsSentence, windowSentence } from '../../../../src/enrolment/web/catalogue.page.js';
import { type CohortPage, type EnrolDoor, sessionLine } from '../../../../src/enrolment/web/cohort.page.js';
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

function door(kind: EnrolDoor['kind'], change: Partial<EnrolDoor> = {}): EnrolDoor {
  const next = encodeURIComponent('/cohorts/AZ-104-2026-12');
  return { kind, full: false, next, enrolmentId: null, state: null, stateWord: null, reasons: [], ...change };
}

function page(stage: Stage, change: Partial<CohortPage> = {}): CohortPage {
  const one = change.cohort ?? cohort();
  const seats = seatsSentence(one, stage.translator);
  return {
    cohort: one,
    sessions: [],
    needed: [],
    outcomes: [],
    phase: one.state,
    stateWord: stage.t(`catalogue.state.${one.state}`),
    deliveryWord: stage.t('catalogue.delivery.onsite'),
    full: seats.full,
    seatsText: seats.text,
    enrolText: windowSentence(one, stage.translator, LOOKED_AT),
    door: door('closed'),
    refusals: [],
    ...change,
  };
}

const ENROL = 'post /cohorts/AZ-104-2026-12/enrolments';

describe("a cohort's page", () => {
  inEachLanguage('leads back to its course and, without sessions, says that there are none yet', (stage) => {
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
    inEachLanguage('has the button to enrol or to wait, and says how it goes on', (stage) => {
      const seen = view(stage, page(stage, { door: door('open', { full }) }), { viewer: 'trainee' });
      expect(seen.requests).toEqual([ENROL]);
      expect(seen.button(stage.t(`cohort_page.${act}`))).toBe(ENROL);
      expect(seen.words).toContain(stage.t(`cohort_page.${how}`));
    });
  });

  describe.each([
    ['a free seat', false, 'sign_up_to_enrol'],
    ['only the waitlist', true, 'sign_up_to_wait'],
  ] as const)('for a visitor with %s', (_, full, act) => {
    inEachLanguage('leads to sign-up and sign-in, which come back here', (stage) => {
      const seen = view(stage, page(stage, { door: door('visitor', { full }) }));
      expect(seen.link(stage.t(`cohort_page.${act}`))).toBe('/sign-up?next=%2Fcohorts%2FAZ-104-2026-12');
      expect(seen.link(stage.t('layout.sign_in'))).toBe('/sign-in?next=%2Fcohorts%2FAZ-104-2026-12');
      expect(seen.requests).toEqual([]);
    });
  });

  inEachLanguage('for somebody enrolled says how it stands and leads to the enrolment', (stage) => {
    const stateWord = stage.t('enrolment.state.waitlisted');
    const own = door('own', { enrolmentId: 'e1', state: 'waitlisted', stateWord });
    const seen = view(stage, page(stage, { door: own }), { viewer: 'trainee' });
    expect(seen.textsOf('badge')).toContain(stateWord);
    expect(seen.link(stage.t('cohort_page.see_enrolment'))).toBe('/enrolments/e1');
    expect(seen.requests).toEqual([]);
  });

  inEachLanguage('for somebody who may not enrol says every reason instead of a button', (stage) => {
    const seen = view(stage, page(stage, { door: door('blocked', { reasons: ['Reason 1', 'Reason 2'] }) }));
    expect(seen.words).toContain(`${stage.t('cohort_page.blocked')} Reason 1 Reason 2`);
    expect(seen.requests).toEqual([]);
  });

  inEachLanguage('for staff says that they enrol people in the roster', (stage) => {
    const seen = view(stage, page(stage, { door: door('staff') }), { viewer: 'coordinator' });
    expect(seen.words).toContain(stage.t('cohort_page.staff'));
    expect(seen.requests).toEqual([]);
  });

  inEachLanguage('that is closed has neither a button nor a way to sign up', (stage) => {
    const seen = view(stage, page(stage));
    expect(seen.requests).toEqual([]);
    expect(seen.hrefs.filter((href) => href.startsWith('/sign-'))).toEqual([]);
  });

  describe.each([null, '报名人数不足'])('cancelled with the reason %s', (cancelReason) => {
    inEachLanguage('says so and, where there is one, why', (stage) => {
      const seen = view(stage, page(stage, { cohort: cohort({ state: 'cancelled', cancelReason }) }));
      expect(seen.textsOf('muted')).toContain(`${stage.t('cohort_page.cancelled')} ${cancelReason ?? ''}`.trim());
      expect(seen.requests).toEqual([]);
    });
  });

  inEachLanguage('after a refused enrolment says why above everything else', (stage) => {
    const seen = view(stage, page(stage, { door: door('open'), refusals: ['Refused'] }), { viewer: 'trainee' });
    expect(seen.textsOf('callout-title')).toEqual([stage.t('cohort_page.refused')]);
    expect(seen.words.indexOf('Refused')).toBeLessThan(seen.words.indexOf(stage.t('cohort_page.sessions')));
  });

  inEachLanguage('lists sessions over the turn of the year, without room or instructor, and cancelled', (stage) => {
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

  inEachLanguage('shows sponsor, fee and prerequisites where it has them', (stage) => {
    const named = { sponsor: '齐鲁软件', feeTextZh: '免费', feeTextEn: 'Free' };
    const needed = [{ nameZh: '网络', nameEn: 'Networks', courseCode: 'NET-1' }];
    const seen = view(stage, page(stage, { cohort: cohort(named), needed, outcomes: ['A'] }));
    expect(seen.facts[stage.t('cohort_page.fee')]).toBe(stage.one('免费', 'Free'));
    expect(seen.facts[stage.t('cohort_page.sponsor')]).toBe('齐鲁软件');
    expect(seen.link(stage.one('网络', 'Networks'))).toBe('/courses/NET-1');
    expect(seen.sections).toContain(stage.t('course_page.outcomes'));
  });
});
