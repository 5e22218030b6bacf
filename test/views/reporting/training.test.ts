import { CERTIFICATE_STATES } from '../../../src/certifications/core/domain/status.js';
import { ENROLMENT_STATES } from '../../../src/enrolment/index.js';
import type { OwnCertificate, OwnEnrolment, OwnResult, OwnSession } from '../../../src/reporting/data/own-training.js';
import {
  certificateView,
  enrolmentView,
  type OwnTrainingPage,
  sessionRow,
} from '../../../src/reporting/web/own-training.page.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../support/views/rendered-view.js';

const view = viewOf<OwnTrainingPage>('reporting/training/index', { viewer: 'trainee', path: '/my/training' });

const HOUR = 3_600_000;

function page(change: Partial<OwnTrainingPage> = {}): OwnTrainingPage {
  return {
    offers: [],
    sessions: [],
    current: [],
    past: [],
    certificates: [],
    isNew: false,
    ...change,
  };
}

const enrolment: OwnEnrolment = {
  id: 'e1',
  state: 'confirmed',
  madeAt: LOOKED_AT,
  endedAt: null,
  offerExpiresAt: null,
  cohortId: 'c1',
  cohortCode: 'AZ-1',
  cohortState: 'confirmed',
  titleZh: '长'.repeat(200),
  titleEn: '<script>',
  startsOn: '2026-04-07',
  endsOn: '2026-04-30',
  firstStart: null,
  placeInLine: 0,
  attended: 0,
  excused: 0,
  held: 0,
};

const viewIn = (stage: Stage, change: Partial<OwnEnrolment> = {}, results: readonly OwnResult[] = []) =>
  enrolmentView({ ...enrolment, ...change }, results, { context: stage.context(), now: LOOKED_AT });

describe("a trainee's own training", () => {
  inEachLanguage('that has not begun links to courses', (stage) => {
    const seen = view(stage, page({ isNew: true }));
    expect(seen.words).toContain(stage.t('training.new_text'));
    expect(seen.link(stage.t('training.find'))).toBe('/courses');
    expect(seen.sections).toEqual([]);
  });

  inEachLanguage('with nothing ahead says so, and links to the calendar', (stage) => {
    const seen = view(stage, page());
    expect(seen.words).toContain(stage.t('training.no_sessions'));
    expect(seen.link(stage.t('training.calendar'))).toBe('/my/calendar');
    expect(seen.sections).toEqual([stage.t('training.next')]);
  });

  inEachLanguage('shows which seats are held until when, and offers to accept or decline them', (stage) => {
    const offers = [viewIn(stage, { state: 'offered', offerExpiresAt: LOOKED_AT + HOUR })];
    const seen = view(stage, page({ offers }));
    const name = stage.one(enrolment.titleZh, '<script>');
    expect(seen.textsOf('callout-title')).toEqual([stage.t('training.offer', { name, until: LOOKED_AT + HOUR })]);
    expect(seen.words).toContain(stage.t('training.offer_text', { from: '2026-04-07' }));
    expect(seen.button(stage.t('training.accept'))).toBe('post /enrolments/e1/acceptance');
    expect(seen.link(stage.t('training.decline'))).toBe('/enrolments/e1/withdrawal');
  });
});

describe('the next sessions of a trainee', () => {
  const session: OwnSession = {
    id: 's1',
    number: 1,
    startsAt: LOOKED_AT,
    endsAt: LOOKED_AT + HOUR,
    cohortCode: 'AZ-1',
    delivery: 'onsite',
    titleZh: '云',
    titleEn: 'Cloud',
    roomZh: '机房',
    roomEn: null,
    placeZh: '一号楼',
    placeEn: 'Building 1',
    instructor: '阿依古丽·买买提',
  };
  const seenOf = (stage: Stage, change: Partial<OwnSession> = {}) =>
    view(stage, page({ sessions: [sessionRow({ ...session, ...change }, stage.context(), '2026-03-10')] }));

  inEachLanguage('show when, what, where and by whom', (stage) => {
    const seen = seenOf(stage);
    const { clock, dayShort } = stage.translator.format;
    const title = stage.t('training.session', { title: stage.one('云', 'Cloud'), number: 1 });
    expect(seen.textsOf('session')).toEqual([
      `${dayShort('2026-03-10')} ${clock(LOOKED_AT)}–${clock(LOOKED_AT + HOUR)} ${title} ${stage.t('training.today')} ` +
        `机房 · ${stage.one('一号楼', 'Building 1')} 阿依古丽·买买提`,
    ]);
    expect(seen.link(title)).toBe('/cohorts/AZ-1');
  });

  describe.each([
    ['onsite', 'training.no_room'],
    ['online', 'training.online'],
  ])('without a room, %s', (delivery, key) => {
    inEachLanguage('say so, and omit an unknown instructor', (stage) => {
      const nowhere = { roomZh: null, roomEn: null, placeZh: null, placeEn: null, instructor: null, delivery };
      const seen = seenOf(stage, { ...nowhere, startsAt: LOOKED_AT + 24 * HOUR });
      expect(seen.textsOf('meta')).toEqual([stage.t(key)]);
      expect(seen.words).not.toContain(stage.t('training.today'));
    });
  });
});

describe('an enrolment of a trainee', () => {
  const dates = (stage: Stage) => stage.t('training.dates', { from: '2026-04-07', to: '2026-04-30' });

  inEachLanguage('that is current shows its cohort’s phase, and can be ended before it begins', (stage) => {
    const seen = view(stage, page({ current: [viewIn(stage)] }));
    const name = stage.one(enrolment.titleZh, '<script>');
    const withdraw = `${stage.t('training.withdraw')} ${name}`;
    expect(seen.textsOf('entry')).toEqual([
      `${name} ${stage.t('enrolment.state.confirmed')} ${stage.t('training.cohort_confirmed')} AZ-1 ${dates(stage)} ` +
        withdraw,
    ]);
    expect(seen.sections).toEqual([stage.t('training.next'), stage.t('training.current')]);
    expect(seen.link(name)).toBe('/enrolments/e1');
    expect(seen.link(withdraw)).toBe('/enrolments/e1/withdrawal');
    const begun = viewIn(stage, { startsOn: '2026-03-02', firstStart: LOOKED_AT - HOUR });
    const after = view(stage, page({ current: [begun] }));
    expect(after.link(withdraw)).toBeNull();
    expect(after.words).toContain(stage.t('training.cohort_inProgress'));
  });

  inEachLanguage('on the waitlist shows its position', (stage) => {
    const seen = view(stage, page({ current: [viewIn(stage, { state: 'waitlisted', placeInLine: 1001 })] }));
    expect(seen.textsOf('meta')).toEqual([`${dates(stage)} ${stage.t('training.place_in_line', { place: 1001 })}`]);
  });

  inEachLanguage('that is past shows attendance and results, and the names in the other language', (stage) => {
    const result = { enrolmentId: 'e1', nameZh: '期末 <考>', nameEn: '', fullScore: 100, passScore: 60 };
    const results = [
      { ...result, score: 60 },
      { ...result, score: 0 },
    ];
    const done = { state: 'completed', cohortState: 'completed', attended: 9, held: 11, excused: 1 };
    const seen = view(stage, page({ past: [viewIn(stage, done, results)] }));
    expect(seen.sections).toEqual([stage.t('training.next'), stage.t('training.past')]);
    expect(seen.textsOf('meta')).toEqual([
      `${dates(stage)} ${stage.t('training.attendance', { attended: 9, held: 10 })}`,
      `${stage.t('training.passed', { name: '期末 <考>', score: 60, full: 100 })} ` +
        stage.t('training.failed', { name: '期末 <考>', score: 0, full: 100 }),
    ]);
    expect(seen.textsOf('badge')).toEqual([stage.t('enrolment.state.completed')]);
  });

  describe.each(ENROLMENT_STATES)('in the state %s', (state) => {
    inEachLanguage('shows its state', (stage) => {
      const seen = view(stage, page({ past: [viewIn(stage, { state, cohortState: 'cancelled' })] }));
      expect(seen.textsOf('badge')).toEqual([stage.t(`enrolment.state.${state}`)]);
    });
  });
});

describe('the certificates of a trainee', () => {
  const certificate: OwnCertificate = {
    number: 'JN-2026-00001-A',
    token: 'tok1',
    state: 'valid',
    nameZh: '云管理员',
    nameEn: '',
    issuedOn: '2026-01-01',
    expiresOn: null,
  };

  describe.each([...CERTIFICATE_STATES, 'expired'])('that are %s', (state) => {
    inEachLanguage('show it, and can be downloaded as a PDF', (stage) => {
      const change = { state, ...(state === 'expired' ? { expiresOn: '2026-03-09' } : {}) };
      const one = certificateView({ ...certificate, ...change }, stage.context());
      const seen = view(stage, page({ certificates: [one] }));
      const issued = { date: '2026-01-01', until: '2026-03-09' };
      expect(seen.textsOf('entry')).toEqual([
        `云管理员 ${stage.t(`training.certificate.${state}`)} ` +
          `${stage.t('training.certificate_number', { number: certificate.number })} ` +
          `${stage.t(state === 'expired' ? 'training.issued_until' : 'training.issued', issued)} ` +
          `${stage.t('training.download')} 云管理员`,
      ]);
      expect(seen.link('云管理员')).toBe('/c/tok1');
      expect(seen.link(`${stage.t('training.download')} 云管理员`)).toBe('/c/tok1.pdf');
      expect(seen.link(stage.t('training.all_certificates'))).toBe('/my/certificates');
    });
  });

  inEachLanguage('that could not be checked show their number only, and no PDF', (stage) => {
    const nothing = { nameZh: null, nameEn: null, issuedOn: null };
    const one = certificateView({ ...certificate, ...nothing, state: 'unchecked' }, stage.context());
    const seen = view(stage, page({ certificates: [one] }));
    const [word, { number }] = [stage.t('training.certificate.unchecked'), certificate];
    expect(seen.textsOf('entry')).toEqual([`${word} ${word} ${stage.t('training.certificate_number', { number })}`]);
    expect(seen.link(word)).toBe('/c/tok1');
  });
});
