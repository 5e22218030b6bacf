import type { ImportPreviewPage, RosterImportPage } from '../../../../src/enrolment/web/roster-import.page.js';
import type { TransferPage } from '../../../../src/enrolment/web/transfer.page.js';
import { cohortHeaderIn } from '../../../support/views/cohort-header.js';
import { faultyIn, formOf } from '../../../support/views/form-views.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../../support/views/rendered-view.js';

type Line = ImportPreviewPage['accepted'][number];

const office = { viewer: 'coordinator' } as const;
const importView = viewOf<RosterImportPage>('enrolment/roster/import', office);
const previewView = viewOf<ImportPreviewPage>('enrolment/roster/import-preview', office);
const transferView = viewOf<TransferPage>('enrolment/roster/transfer', office);
const ROSTER = '/office/cohorts/AZ-104-2026-04/roster';

describe('the import of people into a roster', () => {
  function page(stage: Stage, form = formOf<RosterImportPage['form']>({ people: {} })): RosterImportPage {
    return { header: cohortHeaderIn(stage), form, most: 200 };
  }

  inEachLanguage('shows the limit and only previews the list', (stage) => {
    const seen = importView(stage, page(stage));
    expect(seen.sections).toEqual([stage.t('rosterImport.title')]);
    expect(seen.words).toContain(stage.t('rosterImport.people_hint', { most: 200 }));
    expect(seen.button(stage.t('rosterImport.preview'))).toBe(`post ${ROSTER}/import`);
    expect(seen.link(stage.t('form.cancel'))).toBe(ROSTER);
    expect(seen.faults).toEqual({});
  });

  inEachLanguage('keeps a list that is too long and shows the fault at the field', (stage) => {
    const value = '李娜 138\n陈晨 139';
    const seen = importView(stage, page(stage, faultyIn(formOf<RosterImportPage['form']>({ people: { value } }))));
    expect(seen.control('people')?.value).toBe(value);
    expect(seen.faults).toEqual({ 'field-people': 'fault of people' });
  });
});

describe('the preview of an import', () => {
  const accepted = (id: string): Line => ({
    typed: `${id} 138`,
    name: '李娜',
    contact: '',
    traineeId: id,
    reason: null,
  });
  const rejected: Line = { typed: '<b>谁</b>', name: '', contact: '', traineeId: null, reason: 'No such trainee' };

  function page(stage: Stage, change: Partial<ImportPreviewPage> = {}): ImportPreviewPage {
    return { header: cohortHeaderIn(stage), accepted: [], rejected: [], seats: 0, waits: 0, ...change };
  }

  inEachLanguage('shows the reason for each rejected line and offers no enrolment', (stage) => {
    const seen = previewView(stage, page(stage, { rejected: [rejected] }));
    expect(seen.words).toContain(stage.t('rosterImport.none'));
    expect(seen.sections).toEqual([stage.t('rosterImport.bad', { count: 1 })]);
    expect(seen.rows).toEqual([['<b>谁</b>', 'No such trainee']]);
    expect(seen.requests).toEqual([]);
    expect(seen.link(stage.t('rosterImport.title'))).toBe(`${ROSTER}/import`);
  });

  describe.each([
    [1, 1, 0],
    [3, 1, 2],
    [2, 0, 2],
  ])('of %d people, with %d seats', (count, seats, waits) => {
    inEachLanguage('shows how many get a seat and how many wait before it is confirmed', (stage) => {
      const people = Array.from({ length: count }, (_, at) => accepted(`t${at}`));
      const seen = previewView(stage, page(stage, { accepted: people, seats, waits }));
      expect(seen.words).toContain(stage.t('rosterImport.consequence', { seats, waits }));
      expect(seen.button(stage.t('rosterImport.act', { count }))).toBe(`post ${ROSTER}/import/confirmation`);
      expect(seen.hidden('traineeId')).toEqual(people.map(({ traineeId }) => traineeId));
      expect(seen.words).not.toContain(stage.t('rosterImport.none'));
    });
  });
});

describe('a transfer', () => {
  function page(change: Partial<TransferPage> = {}): TransferPage {
    return {
      enrolment: {
        id: 'e1',
        state: 'confirmed',
        offerExpiresAt: null,
        madeAt: LOOKED_AT,
        traineeId: 't1',
        traineeName: '陈晨',
        accountId: null,
        cohortId: 'c1',
        cohortCode: 'AZ-104-2026-04',
        titleZh: 'Azure 管理员',
        titleEn: 'Azure administrator',
        startsOn: '2026-04-07',
        endsOn: '2026-04-30',
        position: 0,
        waiting: 0,
      },
      form: formOf<TransferPage['form']>({ cohortCode: {} }),
      hasDestination: false,
      ...change,
    };
  }
  const options = ['AZ-104-2026-06', 'AZ-104-2026-09'].map((value, at) => ({
    value,
    label: value,
    id: `cohortCode-${at}`,
    selected: at === 1,
  }));

  inEachLanguage('without another cohort has no form', (stage) => {
    const seen = transferView(stage, page());
    expect(seen.heading).toBe(stage.t('roster.transfer_title', { name: '陈晨' }));
    expect(seen.words).toContain(stage.t('roster.transfer_none'));
    expect(seen.requests).toEqual([]);
    expect(seen.link(stage.t('roster.title'))).toBe(ROSTER);
  });

  inEachLanguage('offers each cohort as a choice', (stage) => {
    const form = formOf<TransferPage['form']>({ cohortCode: { options } });
    const seen = transferView(stage, page({ form, hasDestination: true }));
    expect(seen.controls('cohortCode').map(({ value, label, isChosen }) => [value, label, isChosen])).toEqual([
      ['AZ-104-2026-06', 'AZ-104-2026-06', false],
      ['AZ-104-2026-09', 'AZ-104-2026-09', true],
    ]);
    expect(seen.button(stage.t('roster.transfer_act'))).toBe('post /office/enrolments/e1/transfer');
  });

  inEachLanguage('that was refused shows the reason at the field or above the form', (stage) => {
    const form = faultyIn(formOf<TransferPage['form']>({ cohortCode: { options } }));
    const seen = transferView(stage, page({ form, hasDestination: true }));
    expect(seen.faults).toEqual({ 'field-cohortCode': 'fault of cohortCode' });
    const refused = formOf<TransferPage['form']>({ cohortCode: { options } }, ['The cohort is full']);
    expect(transferView(stage, page({ form: refused, hasDestination: true })).textsOf('problems')).toEqual([
      `${stage.t('form.problems', { count: 1 })} The cohort is full`,
    ]);
  });
});
