import { EMPLOYER_KINDS, PARKS } from '../../../src/employers/domain/kinds.js';
import { EmployerForm, EndingForm, PlacementForm } from '../../../src/employers/web/employer.form.js';
import type { FormPage, ListPage, ShowPage } from '../../../src/employers/web/employers.controller.js';
import type { NewPage } from '../../../src/employers/web/placements.controller.js';
import { formView, optionsOf, pagesOf, typedFrom } from '../../../src/platform/index.js';
import { faultsOn, faultyIn } from '../../support/views/form-views.js';
import { inEachLanguage, type Stage, viewOf } from '../../support/views/rendered-view.js';

const office = { viewer: 'coordinator', path: '/office/employers' } as const;
const listView = viewOf<ListPage>('employers/employers/index', office);
const view = viewOf<ShowPage>('employers/employers/show', office);
const newView = viewOf<FormPage>('employers/employers/new', office);
const editView = viewOf<FormPage>('employers/employers/edit', office);
const placementView = viewOf<NewPage>('employers/placements/new', office);
const endingView = viewOf<{ form: NewPage['form'] | object; placement: Placement }>(
  'employers/placements/ending',
  office,
);

type Placement = ShowPage['placements'][number];

const employer: ShowPage['employer'] = {
  id: 'm1',
  name: '长'.repeat(200),
  nameEn: null,
  creditCode: null,
  kind: EMPLOYER_KINDS[0],
  park: null,
  contactName: null,
  contactEmail: null,
  contactPhone: null,
  note: null,
};

const placement: Placement = {
  id: 'p1',
  traineeId: 't1',
  trainee: '陈晨',
  employerId: 'm1',
  employer: '齐鲁软件',
  positionTitle: '工程师',
  startedOn: '2026-12-31',
  endedOn: null,
  trackZh: '云',
  trackEn: 'Cloud',
};

describe('the list of employers', () => {
  function page(rows: ListPage['rows'], change: Partial<ListPage> = {}): ListPage {
    const pages = pagesOf('/office/employers', { page: 1, size: 50, count: rows.length });
    return { q: '', kinds: [], parks: [], filtered: false, rows, total: rows.length, pages, ...change };
  }

  inEachLanguage('that is empty links to the first one', (stage) => {
    const seen = listView(stage, page([]));
    expect(seen.words).toContain(stage.t('employer.none'));
    expect(seen.links(stage.t('employer.new'))).toEqual(['/office/employers/new', '/office/employers/new']);
  });

  inEachLanguage('filtered without result links to all', (stage) => {
    const seen = listView(stage, page([], { filtered: true, q: 'x' }));
    expect(seen.words).toContain(stage.t('list.nothing_found'));
    expect(seen.control('q')?.value).toBe('x');
  });

  inEachLanguage('shows one with required values only and one with every value', (stage) => {
    const least = { ...employer, placed: 0, sponsored: 0 };
    const full = {
      ...least,
      name: '乙',
      nameEn: 'B',
      park: PARKS[0],
      contactName: '赵磊',
      contactPhone: '138',
      placed: 1001,
    };
    const seen = listView(stage, page([least, full]));
    const kind = stage.t(`employer.kind.${EMPLOYER_KINDS[0]}`);
    expect(seen.rows).toEqual([
      ['长'.repeat(200), kind, '–', '0', '0'],
      ['乙 B', expect.stringContaining(kind), '赵磊 138', stage.translator.format.number(1001), '0'],
    ]);
  });
});

describe('an employer', () => {
  function page(change: Partial<ShowPage> = {}): ShowPage {
    return { employer, placements: [], working: 0, cohorts: [], auditHref: null, ...change };
  }

  inEachLanguage('with required values only says so, and links to all available actions', (stage) => {
    const seen = view(stage, page());
    expect(seen.facts[stage.t('employer.park')]).toBe(stage.t('layout.nothing'));
    expect(seen.facts[stage.t('employer.credit_code')]).toBe(stage.t('layout.nothing'));
    expect(seen.words).toContain(stage.t('employer.no_placements'));
    expect(seen.words).toContain(stage.t('employer.no_cohorts'));
    expect(seen.link(stage.t('placement.record'))).toBe('/office/placements/new?employer=m1');
    expect(seen.link(stage.t('employer.access'))).toBe('/office/employers/m1/access');
    expect(seen.link(stage.t('employer.verifications'))).toBe('/office/employers/m1/verifications');
    expect(seen.link(stage.t('employer.audit'))).toBeNull();
  });

  inEachLanguage('shows who works there, who did, and the cohorts that it sponsors', (stage) => {
    const left = { ...placement, id: 'p2', endedOn: '2027-01-01', trackZh: null, trackEn: null };
    const cohort = {
      code: 'AZ-1',
      titleZh: '云',
      titleEn: 'Cloud',
      startsOn: '2026-12-31',
      phase: 'inProgress',
      seated: 0,
    };
    const seen = view(stage, page({ placements: [placement, left], working: 1, cohorts: [cohort] }));
    expect(seen.rows.map((cells) => cells[3])).toEqual([
      stage.t('placement.state_working'),
      stage.t('placement.state_ended'),
      stage.t('cohort.state_inProgress'),
    ]);
    expect(seen.rows.slice(0, 2).map((cells) => cells[1])).toEqual([`工程师 ${stage.one('云', 'Cloud')}`, '工程师']);
    expect(seen.rows[1]?.[2]).toBe(stage.t('placement.until', { start: '2026-12-31', end: '2027-01-01' }));
    expect(seen.links(stage.t('placement.end'))).toEqual(['/office/placements/p1/ending']);
    expect(seen.textsOf('stat-value')).toEqual(['1', '2', '1']);
  });
});

describe('the form of an employer', () => {
  function page(stage: Stage, known: ShowPage['employer'] | null = null): FormPage {
    const options = {
      kind: optionsOf(stage.translator, 'employer.kind', EMPLOYER_KINDS),
      park: optionsOf(stage.translator, 'employer.park', PARKS),
    };
    const typed = typedFrom({ ...known });
    return { employer: known, form: formView(EmployerForm, stage.translator, { typed, options }) };
  }

  inEachLanguage('that is new begins empty; one that failed has each fault beside its field', (stage) => {
    const seen = newView(stage, page(stage));
    expect(seen.button(stage.t('employer.act_new'))).toBe('post /office/employers');
    expect(seen.control('kind')?.options).toHaveLength(EMPLOYER_KINDS.length + 1);
    const form = faultyIn(page(stage).form);
    expect(newView(stage, { employer: null, form }).faults).toEqual(faultsOn(form));
  });

  inEachLanguage('of an existing one shows its values', (stage) => {
    const seen = editView(stage, page(stage, employer));
    expect(seen.control('name')?.value).toBe('长'.repeat(200));
    expect(seen.control('kind')?.value).toBe(EMPLOYER_KINDS[0]);
    expect(seen.button(stage.t('employer.act_save'))).toBe('post /office/employers/m1');
  });
});

describe('a placement', () => {
  function page(stage: Stage, change: Partial<NewPage> = {}): NewPage {
    const form = formView(PlacementForm, stage.translator);
    return { form, trainee: null, employer: null, q: '', candidates: [], backHref: '/office/employers', ...change };
  }

  inEachLanguage('begins with a search for the trainee', (stage) => {
    const seen = placementView(stage, page(stage, { employer: { id: 'm1', name: '齐鲁软件' } }));
    expect(seen.sections).toEqual([stage.t('placement.find')]);
    expect(seen.hidden('employer')).toEqual(['m1']);
    expect(seen.requests).toEqual(['get /office/placements/new']);
  });

  inEachLanguage('of somebody who is not found links to a new trainee', (stage) => {
    const seen = placementView(stage, page(stage, { q: '谁' }));
    expect(seen.words).toContain(stage.t('placement.nobody', { q: '谁' }));
    expect(seen.link(stage.t('placement.register_first'))).toBe('/office/trainees/new');
  });

  inEachLanguage('lists the people found, each with an accessible name', (stage) => {
    const one = {
      id: 't1',
      name: '陈晨',
      latinName: 'Chen',
      email: null,
      phone: '138',
      completed: 1,
      pickHref: '/x?t=1',
    };
    const seen = placementView(stage, page(stage, { q: '陈', candidates: [one] }));
    expect(seen.words).toContain(stage.t('placement.completed_count', { count: 1 }));
    expect(seen.link(`${stage.t('placement.pick')} 陈晨`)).toBe('/x?t=1');
  });

  inEachLanguage('of somebody found by the name alone can be chosen all the same', (stage) => {
    const bare = { name: '陈晨', latinName: null, email: null, phone: null, completed: 0 };
    const seen = placementView(
      stage,
      page(stage, { q: '陈', candidates: [{ id: 't1', ...bare, pickHref: '/x?t=1' }] }),
    );
    expect(seen.textsOf('line')).toEqual([`陈晨 ${stage.t('placement.pick')} 陈晨`]);
  });

  inEachLanguage('of a trainee asks for the rest, with each fault beside its field', (stage) => {
    const trainee = { id: 't1', name: '陈晨' };
    const seen = placementView(stage, page(stage, { trainee }));
    expect(seen.hidden('traineeId')).toEqual(['t1']);
    expect(seen.button(stage.t('placement.act'))).toBe('post /office/placements');
    const { traineeId, ...fields } = page(stage).form;
    const form = { ...faultyIn(fields), traineeId };
    expect(placementView(stage, page(stage, { trainee, form })).faults).toEqual(faultsOn(form));
  });

  inEachLanguage('ends on a day', (stage) => {
    const form = formView(EndingForm, stage.translator, { typed: { endedOn: '2027-01-01' } });
    const seen = endingView(stage, { form, placement });
    expect(seen.control('endedOn')?.value).toBe('2027-01-01');
    expect(seen.button(stage.t('placement.end_act'))).toBe('post /office/placements/p1/ending');
    const faulty = faultyIn(form);
    expect(endingView(stage, { form: faulty, placement }).faults).toEqual(faultsOn(faulty));
  });
});
