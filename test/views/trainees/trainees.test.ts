import { pagesOf, formView, optionsOf, typedFrom } from '../../../src/platform/index.js';
import { EDUCATIONS } from '../../../src/trainees/domain/education.js';
import type { TraineeListPage } from '../../../src/trainees/web/trainee-list.controller.js';
import { TraineeForm } from '../../../src/trainees/web/trainee.form.js';
import type { ShowPage } from '../../../src/trainees/web/trainees.controller.js';
import { faultsOn, faultyIn } from '../../support/views/form-views.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../support/views/rendered-view.js';

const office = { viewer: 'coordinator', path: '/office/trainees' } as const;
const listView = viewOf<TraineeListPage>('trainees/trainees/index', office);
const view = viewOf<ShowPage>('trainees/trainees/show', office);
const newView = viewOf<{ form: ReturnType<typeof form> }>('trainees/trainees/new', office);
const editView = viewOf<{ form: ReturnType<typeof form>; trainee: ShowPage['trainee'] }>(
  'trainees/trainees/edit',
  office,
);

const LONGEST = '长'.repeat(100);

function form(stage: Stage, typed = {}) {
  const options = { education: optionsOf(stage.translator, 'trainee.education', EDUCATIONS) };
  return formView(TraineeForm, stage.translator, { typed: typedFrom(typed), options });
}

function trainee(change: Partial<ShowPage['trainee']> = {}): ShowPage['trainee'] {
  return {
    id: 't1',
    accountId: null,
    name: LONGEST,
    latinName: null,
    email: null,
    phone: null,
    workplace: null,
    education: null,
    bornOn: null,
    consentAt: null,
    createdAt: LOOKED_AT,
    updatedAt: LOOKED_AT,
    note: null,
    accountEmail: null,
    verifiedAt: null,
    ...change,
  };
}

describe('the list of trainees', () => {
  const row: TraineeListPage['rows'][number] = {
    id: 't1',
    name: '陈晨',
    latinName: null,
    email: null,
    phone: null,
    workplace: null,
    education: null,
    bornOn: null,
    createdAt: LOOKED_AT,
    enrolled: 0,
    completed: 0,
    certificates: 0,
    hasAccount: 0,
  };

  function page(rows: TraineeListPage['rows'], change: Partial<TraineeListPage> = {}): TraineeListPage {
    const pages = pagesOf('/office/trainees', { page: 1, size: 50, count: rows.length });
    const choices = { accounts: [], trainings: [], educations: [] };
    const csvHref = '/office/trainees.csv?q=a';
    return { q: '', ...choices, filtered: false, rows, total: rows.length, pages, csvHref, ...change };
  }

  inEachLanguage('that is empty links to the form and to the import', (stage) => {
    const seen = listView(stage, page([]));
    expect(seen.words).toContain(stage.t('trainee.none'));
    expect(seen.links(stage.t('trainee.new'))).toEqual(['/office/trainees/new', '/office/trainees/new']);
    expect(seen.links(stage.t('trainee.import'))).toEqual(['/office/trainees/import', '/office/trainees/import']);
    expect(seen.link('CSV')).toBeNull();
  });

  inEachLanguage('filtered without result keeps what was typed', (stage) => {
    const seen = listView(stage, page([], { filtered: true, q: "O'Neil" }));
    expect(seen.words).toContain(stage.t('list.nothing_found'));
    expect(seen.control('q')).toMatchObject({ value: "O'Neil", label: stage.t('trainee.search') });
  });

  inEachLanguage('shows one with nothing but a name, and one with every value', (stage) => {
    const full = { latinName: 'Chen', email: 'c@example.com', phone: '138', workplace: '齐鲁软件', hasAccount: 1 };
    const seen = listView(stage, page([row, { ...row, ...full, enrolled: 1, completed: 2, certificates: 3 }]));
    const since = stage.translator.format.moment(LOOKED_AT);
    const training = (values: object) => stage.t('trainee.training_line', { ...values });
    expect(seen.rows).toEqual([
      ['陈晨', '', '–', training({ enrolled: 0, completed: 0, certificates: 0 }), since],
      [
        `陈晨 Chen · ${stage.t('trainee.has_account')}`,
        'c@example.com 138',
        '齐鲁软件',
        training({ enrolled: 1, completed: 2, certificates: 3 }),
        since,
      ],
    ]);
    expect(seen.link('CSV')).toBe('/office/trainees.csv?q=a');
  });

  inEachLanguage('shows for somebody without a Latin name whether there is an account', (stage) => {
    const rows = [
      { ...row, hasAccount: 1 },
      { ...row, latinName: 'Chen' },
    ];
    const seen = listView(stage, page(rows));
    expect(seen.rows.map(([name]) => name)).toEqual([`陈晨 ${stage.t('trainee.has_account')}`, '陈晨 Chen']);
  });
});

describe('a trainee', () => {
  function page(change: Partial<ShowPage> = {}): ShowPage {
    const history = { enrolments: [], results: [], certificates: [], placements: [] };
    return { trainee: trainee(), history, today: '2026-03-10', auditHref: null, ...change };
  }

  inEachLanguage('with only a name shows "nothing" for the rest, and has no history', (stage) => {
    const seen = view(stage, page());
    expect(seen.heading).toBe(LONGEST);
    for (const name of ['email', 'phone', 'workplace', 'education', 'bornOn'])
      expect(seen.facts[stage.t(`trainee.${name}`)]).toBe(stage.t('layout.nothing'));
    expect(seen.facts[stage.t('trainee.account')]).toBe(stage.t('trainee.no_account'));
    expect(seen.facts[stage.t('trainee.consent_at')]).toBe(stage.t('trainee.consent_paper'));
    for (const name of ['enrolments', 'certificates', 'placements'])
      expect(seen.words).toContain(stage.t(`trainee.no_${name}`));
    expect(seen.sections).not.toContain(stage.t('trainee.results'));
    expect(seen.link(stage.t('trainee.audit'))).toBeNull();
    expect(seen.link(stage.t('trainee.place'))).toBe('/office/placements/new?trainee=t1');
  });

  describe.each([
    [null, 'unverified'],
    [LOOKED_AT, 'verified'],
  ])('with an account verified at %s', (verifiedAt, word) => {
    inEachLanguage('shows it beside its address', (stage) => {
      const known = trainee({ accountId: 'a1', accountEmail: 'c@example.com', verifiedAt, note: 'A\n\nB' });
      const seen = view(stage, page({ trainee: known, auditHref: '/office/audit?thing=t1' }));
      expect(seen.facts[stage.t('trainee.account')]).toBe(`c@example.com ${stage.t(`profile.${word}`)}`);
      expect(seen.link(stage.t('trainee.audit'))).toBe('/office/audit?thing=t1');
      expect(seen.main.all('p').map(({ text }) => text)).toEqual(expect.arrayContaining(['A', 'B']));
    });
  });

  inEachLanguage('with a history shows enrolments, results, certificates and placements', (stage) => {
    const days = { startsOn: '2026-12-31', endsOn: '2027-01-08' };
    const course = { cohortCode: 'AZ-1', titleZh: '云', titleEn: 'Cloud' };
    const result = { cohortCode: 'AZ-1', nameZh: '考试', nameEn: 'Exam', fullScore: 100, passScore: 60 };
    const certificate = {
      id: 'z1',
      number: 'JN-1',
      token: 'tok',
      nameZh: '云',
      nameEn: 'Cloud',
      issuedOn: '2026-01-01',
    };
    const job = { id: 'p1', employerId: 'm1', employer: '齐鲁软件', positionTitle: '工程师', startedOn: '2026-12-31' };
    const history = {
      enrolments: [{ id: 'e1', ...course, ...days, state: 'waitlisted', madeAt: LOOKED_AT }],
      results: [59, 60].map((score) => ({ ...result, score })),
      certificates: [
        { ...certificate, state: 'valid', expiresOn: null },
        { ...certificate, state: 'expired', expiresOn: '2026-03-09' },
        { ...certificate, state: 'unchecked', expiresOn: null, nameZh: null, nameEn: null, issuedOn: null },
      ],
      placements: [
        { ...job, endedOn: null },
        { ...job, endedOn: '2027-01-01' },
      ],
    } as ShowPage['history'];
    const seen = view(stage, page({ history }));
    expect(seen.rows.map((cells) => cells.at(-1))).toEqual([
      stage.t('enrolment.state.waitlisted'),
      stage.t('trainee.not_passed'),
      stage.t('trainee.passed'),
      stage.t('trainee.certificate_state.valid'),
      stage.t('trainee.certificate_state.expired'),
      stage.t('trainee.certificate_state.unchecked'),
    ]);
    expect(seen.rows[3]?.[2]).toBe('–');
    expect(seen.rows[5]?.[0]).toBe(`${stage.t('trainee.certificate_state.unchecked')} JN-1`);
    expect(seen.words).toContain(stage.t('trainee.employed', { start: '2026-12-31' }));
    expect(seen.words).toContain(stage.t('trainee.employed_until', { start: '2026-12-31', end: '2027-01-01' }));
    expect(seen.hrefs).toEqual(expect.arrayContaining(['/c/tok', '/office/cohorts/AZ-1', '/office/employers/m1']));
  });
});

describe('the form of a trainee', () => {
  inEachLanguage('that is new requires consent as well', (stage) => {
    const seen = newView(stage, { form: form(stage) });
    expect(seen.control('consent')).toMatchObject({ label: stage.t('trainee.consent'), isChosen: false });
    expect(seen.control('education')?.options).toHaveLength(EDUCATIONS.length + 1);
    expect(seen.button(stage.t('trainee.act_new'))).toBe('post /office/trainees');
  });

  inEachLanguage('that failed has each fault beside its field', (stage) => {
    const faulty = faultyIn(form(stage, { name: `${LONGEST}长` }));
    const seen = newView(stage, { form: faulty });
    expect(seen.faults).toEqual(faultsOn(faulty));
    expect(seen.control('name')?.value).toBe(`${LONGEST}长`);
  });

  inEachLanguage('of an existing one shows its values', (stage) => {
    const known = trainee({ bornOn: '1999-12-31', education: EDUCATIONS[0] });
    const seen = editView(stage, { trainee: known, form: form(stage, known) });
    expect(seen.control('bornOn')?.value).toBe('1999-12-31');
    expect(seen.control('education')?.value).toBe(EDUCATIONS[0]);
    expect(seen.control('consent')).toBeNull();
    expect(seen.button(stage.t('trainee.act_save'))).toBe('post /office/trainees/t1');
    expect(seen.link(stage.t('form.cancel'))).toBe('/office/trainees/t1');
  });
});
