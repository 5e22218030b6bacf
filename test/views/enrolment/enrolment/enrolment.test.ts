import { instantOf } from '../../../../src/platform/index.js';
import type { EnrolmentPage, WithdrawalPage } from '../../../../src/enrolment/web/enrolment.page.js';
import { faultyIn, formOf } from '../../../support/views/form-views.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../../support/views/rendered-view.js';

type Enrolment = EnrolmentPage['enrolment'];

const view = viewOf<EnrolmentPage>('enrolment/enrolment/show', { viewer: 'trainee', path: '/enrolments/e1' });
const withdrawalView = viewOf<WithdrawalPage>('enrolment/enrolment/withdrawal', { viewer: 'trainee' });

const UNTIL = instantOf('2026-12-31', '23:59');

function enrolment(change: Partial<Enrolment> = {}): Enrolment {
  return {
    id: 'e1',
    state: 'confirmed',
    offerExpiresAt: null,
    madeAt: LOOKED_AT,
    traineeId: 't1',
    traineeName: '陈晨',
    accountId: 'a1',
    cohortId: 'c1',
    cohortCode: 'AZ-104-2026-12',
    titleZh: 'Azure 管理员',
    titleEn: '',
    startsOn: '2026-12-28',
    endsOn: '2027-01-05',
    position: 0,
    waiting: 0,
    ...change,
  };
}

function page(stage: Stage, change: Partial<EnrolmentPage> = {}): EnrolmentPage {
  const one = change.enrolment ?? enrolment();
  return {
    enrolment: one,
    stateWord: stage.t(`enrolment.state.${one.state}`),
    sessions: [],
    history: [{ at: one.madeAt, title: stage.t('enrolment.event.confirmed'), detail: null, by: null, state: null }],
    offerBlockers: [],
    canWithdraw: true,
    withdrawalBlockers: [],
    refusals: [],
    ...change,
  };
}

describe('an enrolment', () => {
  inEachLanguage('that is confirmed names its cohort and links to the withdrawal', (stage) => {
    const seen = view(stage, page(stage));
    expect(seen.heading).toBe(`Azure 管理员 ${stage.t('enrolment.state.confirmed')}`);
    expect(seen.words).toContain(stage.t('course_page.from_to', { from: '2026-12-28', to: '2027-01-05' }));
    expect(seen.link(stage.t('enrolment.withdraw'))).toBe('/enrolments/e1/withdrawal');
    expect(seen.link(stage.t('enrolment.back'))).toBe('/my/training');
    expect(seen.link(stage.t('enrolment.cohort_page'))).toBe('/cohorts/AZ-104-2026-12');
    expect(seen.words).toContain(stage.t('enrolment.event.confirmed'));
    expect(seen.requests).toEqual([]);
  });

  inEachLanguage('with an offered seat shows the deadline and can be accepted or declined', (stage) => {
    const offered = enrolment({ state: 'offered', offerExpiresAt: UNTIL });
    const seen = view(stage, page(stage, { enrolment: offered }));
    expect(seen.textsOf('callout-title')).toEqual([stage.t('enrolment.offer_title', { until: UNTIL })]);
    expect(seen.button(stage.t('enrolment.accept'))).toBe('post /enrolments/e1/acceptance');
    expect(seen.link(stage.t('enrolment.decline'))).toBe('/enrolments/e1/withdrawal');
  });

  inEachLanguage('with an offered seat that clashes shows why and can only be declined', (stage) => {
    const offered = enrolment({ state: 'offered', offerExpiresAt: UNTIL });
    const seen = view(stage, page(stage, { enrolment: offered, offerBlockers: ['Reason 1'] }));
    expect(seen.words).toContain(stage.t('enrolment.cannot_accept'));
    expect(seen.words).toContain('Reason 1');
    expect(seen.requests).toEqual([]);
    expect(seen.link(stage.t('enrolment.decline'))).toBe('/enrolments/e1/withdrawal');
  });

  describe.each([
    [1, 1],
    [12, 40],
  ])('at position %d of %d on the waitlist', (position, waiting) => {
    inEachLanguage('shows both and has nothing to accept', (stage) => {
      const seen = view(stage, page(stage, { enrolment: enrolment({ state: 'waitlisted', position, waiting }) }));
      expect(seen.textsOf('callout-title')).toEqual([stage.t('enrolment.line_title', { position })]);
      expect(seen.words).toContain(stage.t('enrolment.line_text', { count: waiting }));
      expect(seen.requests).toEqual([]);
    });
  });

  describe.each(['withdrawn', 'lapsed'] as const)('that is %s', (state) => {
    inEachLanguage('has no link to the withdrawal', (stage) => {
      const seen = view(stage, page(stage, { enrolment: enrolment({ state }), canWithdraw: false }));
      expect(seen.textsOf('badge')).toEqual([stage.t(`enrolment.state.${state}`)]);
      expect(seen.hrefs).not.toContain('/enrolments/e1/withdrawal');
      expect(seen.textsOf('callout')).toEqual([]);
    });
  });

  inEachLanguage('that cannot be ended now shows the reasons instead of the link', (stage) => {
    const seen = view(stage, page(stage, { canWithdraw: false, withdrawalBlockers: ['Reason 1', 'Reason 2'] }));
    expect(seen.textsOf('muted')).toEqual(expect.arrayContaining(['Reason 1', 'Reason 2']));
    expect(seen.hrefs).not.toContain('/enrolments/e1/withdrawal');
  });

  inEachLanguage('shows why its offer could not be accepted', (stage) => {
    const lapsed = enrolment({ state: 'lapsed' });
    const seen = view(stage, page(stage, { enrolment: lapsed, canWithdraw: false, refusals: ['Too late'] }));
    expect(seen.words).toContain(`${stage.t('enrolment.not_done')} Too late`);
  });
});

describe('a withdrawal', () => {
  function withdrawal(change: Partial<WithdrawalPage> = {}): WithdrawalPage {
    const form = formOf<WithdrawalPage['form']>({ reason: {} });
    return { enrolment: enrolment(), form, blockers: [], waiting: 0, ...change };
  }

  const consequences: [string, Partial<WithdrawalPage>, (stage: Stage) => string][] = [
    ['a seat without a waitlist', {}, (stage) => stage.t('enrolment.withdraw_frees')],
    ['a seat with a waitlist', { waiting: 1 }, (stage) => stage.t('enrolment.withdraw_passes_on', { count: 1 })],
    [
      'a position on the waitlist',
      { enrolment: enrolment({ state: 'waitlisted', position: 3 }), waiting: 5 },
      (stage) => stage.t('enrolment.withdraw_line', { position: 3 }),
    ],
  ];
  describe.each(consequences)('from %s', (_, change, consequence) => {
    inEachLanguage('shows the consequence before it is confirmed', (stage) => {
      const seen = withdrawalView(stage, withdrawal(change));
      expect(seen.sections).toEqual([
        stage.t('enrolment.withdraw_heading', { name: '陈晨', cohort: 'AZ-104-2026-12' }),
      ]);
      expect(seen.words).toContain(consequence(stage));
      expect(seen.words).toContain(stage.t('enrolment.withdraw_again'));
      expect(seen.button(stage.t('enrolment.withdraw'))).toBe('post /enrolments/e1/withdrawal');
      expect(seen.link(stage.t('form.cancel'))).toBe('/enrolments/e1');
      expect(seen.control('reason')?.label).toContain(stage.t('form.optional'));
    });
  });

  inEachLanguage('keeps a reason that is too long and shows the fault at the field', (stage) => {
    const typed = '长'.repeat(201);
    const form = faultyIn(formOf<WithdrawalPage['form']>({ reason: { value: typed } }));
    const seen = withdrawalView(stage, withdrawal({ form }));
    expect(seen.control('reason')?.value).toBe(typed);
    expect(seen.faults).toEqual({ 'field-reason': 'fault of reason' });
    expect(seen.link('fault of reason')).toBe('#field-reason');
  });

  inEachLanguage('that is not allowed shows the reasons and no form', (stage) => {
    const seen = withdrawalView(stage, withdrawal({ blockers: ['The cohort has begun'] }));
    expect(seen.words).toContain(`${stage.t('enrolment.cannot_withdraw')} The cohort has begun`);
    expect(seen.requests).toEqual([]);
    expect(seen.link('Azure 管理员')).toBe('/enrolments/e1');
  });
});
