import { CohortForm, typedOf } from '../../../src/cohorts/web/cohort.form.js';
import type { ChangePage, PlanPage } from '../../../src/cohorts/web/cohort-plan.controller.js';
import { DELIVERIES } from '../../../src/cohorts/domain/states.js';
import { formView, optionsOf, type TypedValues } from '../../../src/platform/index.js';
import { cohortHeaderIn, cohortInHeader } from '../../support/views/cohort-header.js';
import { faultsOn, faultyIn } from '../../support/views/form-views.js';
import { inEachLanguage, type Stage, viewOf } from '../../support/views/rendered-view.js';

const office = { viewer: 'coordinator' } as const;
const newView = viewOf<PlanPage>('cohorts/cohort/new', office);
const changeView = viewOf<ChangePage>('cohorts/cohort/edit', office);

function page(stage: Stage, typed: TypedValues = {}): PlanPage {
  const options = {
    courseId: [{ value: 'k1', label: 'AZ-104' }],
    delivery: optionsOf(stage.translator, 'cohort.delivery', []).concat(
      DELIVERIES.map((value) => ({ value, label: stage.t(`cohort.delivery_${value}`) })),
    ),
    sponsorEmployerId: [{ value: 'm1', label: '齐鲁软件' }],
  };
  return {
    form: formView(CohortForm, stage.translator, { typed, options }),
    codeHint: stage.t('cohort.code_hint', { example: 'AZ-104-2026-12' }),
  };
}

function changePage(stage: Stage, isPublished: boolean): ChangePage {
  return { ...page(stage, typedOf(cohortInHeader())), header: cohortHeaderIn(stage), isPublished };
}

describe('the form of a new cohort', () => {
  inEachLanguage('asks for everything, with a proposed code and no sponsor chosen', (stage) => {
    const seen = newView(stage, page(stage));
    expect(seen.heading).toBe(stage.t('cohort.new'));
    expect(seen.words).toContain(stage.t('cohort.code_hint', { example: 'AZ-104-2026-12' }));
    expect(seen.control('sponsorEmployerId')?.options).toEqual([stage.t('cohort.no_sponsor'), '齐鲁软件']);
    expect(seen.controls('delivery')).toHaveLength(DELIVERIES.length);
    expect(seen.button(stage.t('cohort.plan'))).toBe('post /office/cohorts');
    expect(seen.link(stage.t('form.cancel'))).toBe('/office/cohorts');
  });

  inEachLanguage('that failed keeps what was typed, with each fault beside its field', (stage) => {
    const typed = { code: 'az 104', startsOn: '31.12.', feeTextZh: '长'.repeat(201), courseId: 'k1' };
    const form = faultyIn(page(stage, typed).form);
    const seen = newView(stage, { ...page(stage), form });
    expect(seen.faults).toEqual(faultsOn(form));
    for (const [name, value] of Object.entries(typed)) expect(seen.control(name)?.value).toBe(value);
    expect(seen.sections[0]).toBe(stage.t('form.problems', { count: form.summary.length }));
  });
});

describe('the form of a planned cohort', () => {
  inEachLanguage('shows its values, and lets course and code of a draft be changed', (stage) => {
    const seen = changeView(stage, changePage(stage, false));
    expect(seen.control('code')?.value).toBe('AZ-104-2026-04');
    expect(seen.control('courseId')?.value).toBe('k1');
    expect(seen.control('windowClosesAt')?.value).toBe('18:00');
    expect(seen.control('decisionOn')?.value).toBe('');
    expect(seen.controls('delivery').find(({ isChosen }) => isChosen)?.value).toBe('onsite');
    expect(seen.button(stage.t('cohort.save'))).toBe('post /office/cohorts/AZ-104-2026-04/edit');
  });

  inEachLanguage('keeps course and code once it is published', (stage) => {
    const seen = changeView(stage, changePage(stage, true));
    expect(seen.words).toContain(stage.t('cohort.fixed_note', { code: 'AZ-104-2026-04' }));
    expect(seen.control('code')).toBeNull();
    expect(seen.control('courseId')).toBeNull();
    expect(seen.hidden('code')).toEqual(['AZ-104-2026-04']);
  });

  inEachLanguage('that was refused gives the reason above it', (stage) => {
    const one = changePage(stage, true);
    const summary = [{ text: 'Somebody sits there already', href: null }];
    const seen = changeView(stage, { ...one, form: { ...one.form, summary } });
    expect(seen.textsOf('problems')[0]).toContain('Somebody sits there already');
  });
});
