import { formView, pagesOf, type TypedValues } from '../../../../src/platform/index.js';
import type { PlanRow } from '../../../../src/scheduling/plans/data/plan-queries.js';
import { PLAN_STATES } from '../../../../src/scheduling/plans/data/timetable-plan.entity.js';
import { PlanForm, PublicationForm } from '../../../../src/scheduling/plans/web/plan.form.js';
import { openedText, planHead, PLAN_SHAPES } from '../../../../src/scheduling/plans/web/plan-details.page.js';
import type { DiscardPage } from '../../../../src/scheduling/plans/web/plan-discard.controller.js';
import type { PublicationPage } from '../../../../src/scheduling/plans/web/plan-publication.controller.js';
import type { PlanListPage } from '../../../../src/scheduling/plans/web/plans.controller.js';
import { faultsOn, faultyIn } from '../../../support/views/form-views.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../../support/views/rendered-view.js';
import { SCRIPT, titleOf } from '../resources/resource-models.js';
import { headFaults } from '../resources/table-heads.js';
import { afterText, beforeText, lineIn, planRow, shownIn } from './plan-models.js';

const office = { viewer: 'coordinator', path: '/office/plans' } as const;
const listView = viewOf<PlanListPage>('scheduling/plans/index', office);
const publicationView = viewOf<PublicationPage>('scheduling/plans/publication', office);
const discardView = viewOf<DiscardPage>('scheduling/plans/discard', office);

describe('the list of plans', () => {
  function page(stage: Stage, rows: readonly PlanRow[], change: Partial<PlanListPage> = {}): PlanListPage {
    const { translator } = stage;
    return {
      q: '',
      states: PLAN_STATES.map((value) => ({
        value,
        label: stage.t(`plan.state_${value}`),
        selected: value === 'published',
      })),
      filtered: false,
      count: rows.length,
      form: formView(PlanForm, translator),
      lines: rows.map((row) => ({
        ...{ id: row.id, title: row.title, changes: row.changes, closedAt: row.closedAt },
        shape: PLAN_SHAPES[row.state],
        stateText: stage.t(`plan.state_${row.state}`),
        originText: stage.t(`plan.origin_${row.origin}`),
        opened: openedText(translator, row),
      })),
      pages: pagesOf('/office/plans', { page: 1, size: 20, count: rows.length }),
      ...change,
    };
  }

  inEachLanguage('that is empty leads to the affected sessions and to an empty plan', (stage) => {
    const seen = listView(stage, page(stage, []));
    expect(seen.heading).toBe(stage.t('plan.list_title'));
    expect(titleOf(seen)).toBe(stage.t('plan.list_title'));
    expect(seen.textsOf('empty-title')).toEqual([stage.t('plan.none')]);
    expect(seen.textsOf('empty-text')).toEqual([stage.t('plan.none_text')]);
    expect(seen.links(stage.t('repair.start'))).toEqual(['/office/repairs/new', '/office/repairs/new']);
    expect(seen.button(stage.t('plan.open_act'))).toBe('post /office/plans');
    expect(seen.control('title')).toMatchObject({ value: '', label: stage.t('plan.title') });
    expect(seen.words).not.toContain(stage.t('plan.count', { count: 0 }));
  });

  inEachLanguage('filtered without result keeps the filters and leads to all', (stage) => {
    const seen = listView(stage, page(stage, [], { filtered: true, q: SCRIPT }));
    expect(seen.textsOf('empty-title')).toEqual([stage.t('list.nothing_found')]);
    expect(seen.textsOf('empty-text')).toEqual([stage.t('list.nothing_found_text')]);
    expect(seen.links(stage.t('list.clear'))).toEqual(['/office/plans', '/office/plans']);
    expect(seen.control('q')?.value).toBe(SCRIPT);
    expect(seen.control('state')).toMatchObject({ value: 'published', label: stage.t('plan.state') });
  });

  inEachLanguage('shows of each where it comes from, who opened it and when it was closed', (stage) => {
    const closed = { closedAt: LOOKED_AT, changes: 1001, title: '长'.repeat(200) };
    const seen = listView(
      stage,
      page(stage, [
        planRow(),
        planRow({ ...closed, id: 'n2', state: 'published', origin: 'repair', openedBy: SCRIPT }),
        planRow({ ...closed, id: 'n3', state: 'discarded', origin: 'pattern', openedBy: null, changes: 1 }),
      ]),
    );
    const moment = stage.translator.format.moment(LOOKED_AT);
    const opened = (name: string) => stage.t('plan.opened_by', { name, at: LOOKED_AT });
    const changes = (count: number) => stage.t('plan.changes_count', { count });
    expect(headFaults(seen)).toEqual([]);
    expect(seen.rows).toEqual([
      [`清明节课表修复 ${stage.t('plan.origin_hand')}`, stage.t('plan.state_open'), changes(0), opened('李静')],
      [
        `${'长'.repeat(200)} ${stage.t('plan.origin_repair')}`,
        expect.stringMatching(new RegExp(`^${stage.t('plan.state_published')}\\s*${moment}$`)),
        changes(1001),
        opened(SCRIPT),
      ],
      [
        `${'长'.repeat(200)} ${stage.t('plan.origin_pattern')}`,
        expect.stringMatching(new RegExp(`^${stage.t('plan.state_discarded')}\\s*${moment}$`)),
        changes(1),
        moment,
      ],
    ]);
    expect(seen.link('清明节课表修复')).toBe('/office/plans/n1');
    expect(seen.words).toContain(stage.t('plan.count', { count: 3 }));
    expect(seen.link(stage.t('list.next'))).toBeNull();
  });

  inEachLanguage('of many leads on', (stage) => {
    const pages = pagesOf('/office/plans?q=a&page=2', { page: 2, size: 20, count: 1001 });
    const seen = listView(stage, page(stage, [planRow()], { pages, count: 1001 }));
    expect(seen.words).toContain(stage.t('plan.count', { count: 1001 }));
    expect(seen.link(stage.t('list.next'))).toBe('/office/plans?q=a&page=3');
  });

  inEachLanguage('with a plan that was not opened keeps its name, with the fault beside it', (stage) => {
    const form = faultyIn(formView(PlanForm, stage.translator, { typed: { title: '长'.repeat(201) } }));
    const seen = listView(stage, page(stage, [planRow()], { form }));
    expect(seen.faults).toEqual(faultsOn(form));
    expect(seen.control('title')?.value).toBe('长'.repeat(201));
  });
});

describe('the publication of a plan', () => {
  function page(stage: Stage, change: Partial<PublicationPage> = {}, typed: TypedValues = {}): PublicationPage {
    const shown = shownIn(stage, planRow(), { lines: [lineIn(stage)], recipients: 24 });
    return { ...shown, form: formView(PublicationForm, stage.translator, { typed }), refusals: [], ...change };
  }

  inEachLanguage('shows how many are notified, and the changes once more', (stage) => {
    const seen = publicationView(stage, page(stage));
    expect(seen.heading).toBe(`${stage.t('plan.publish')} ${stage.t('plan.state_open')}`);
    expect(titleOf(seen)).toBe(stage.t('plan.publish_title', { title: '清明节课表修复' }));
    expect(seen.textsOf('over')).toEqual(['清明节课表修复']);
    expect(seen.textsOf('prose')).toEqual([
      [
        stage.t('plan.publish_changes', { count: 1 }),
        `${stage.t('plan.publish_told', { count: 24 })} ${stage.t('plan.publish_letters')}`,
        stage.t('plan.publish_back'),
      ].join(' '),
    ]);
    const act = stage.t('plan.publish_tell', { count: 24 });
    expect(seen.button(act)).toBe('post /office/plans/n1/publication');
    const third = `AZ-104-2026-04 ${stage.t('session.nth', { number: 3 })}`;
    expect(headFaults(seen)).toEqual([]);
    expect(seen.rows).toEqual([[third, beforeText(stage), afterText(stage)]]);
    expect(seen.control('overrideReason')).toBeNull();
    expect(seen.textsOf('callout')).toEqual([]);
  });

  inEachLanguage('that needs no notification says so', (stage) => {
    const seen = publicationView(stage, page(stage, { recipients: 0 }));
    expect(seen.button(stage.t('plan.publish_nobody'))).toBe('post /office/plans/n1/publication');
    expect(seen.words).toContain(stage.t('plan.publish_told', { count: 0 }));
    expect(seen.words).not.toContain(stage.t('plan.publish_letters'));
  });

  inEachLanguage('with lines that cannot stand has no button and leads back to them', (stage) => {
    const seen = publicationView(stage, page(stage, { wrong: 2 }));
    expect(seen.textsOf('callout-title')).toEqual([stage.t('plan.publish_blocked', { count: 2 })]);
    expect(seen.main.all('button')).toHaveLength(0);
    expect(seen.links(stage.t('plan.back_to_plan'))).toEqual(Array.from({ length: 3 }, () => '/office/plans/n1'));
    expect(seen.rows[0]).toHaveLength(4);
  });

  inEachLanguage('with lines that need a reason asks for it, of those who may give one', (stage) => {
    const seen = publicationView(stage, page(stage, { doubtful: 1 }, { overrideReason: SCRIPT }));
    expect(seen.control('overrideReason')).toMatchObject({ label: stage.t('plan.override'), value: SCRIPT });
    expect(seen.words).toContain(stage.t('plan.override_hint', { count: 1 }));
    expect(seen.button(stage.t('plan.publish_tell', { count: 24 }))).not.toBeNull();
    const others = publicationView(stage, page(stage, { doubtful: 1, overridable: false }));
    expect(others.control('overrideReason')).toBeNull();
    expect(others.rows[0]?.[3]).toBe(stage.t('plan.stands'));
  });

  inEachLanguage('that was refused says why, once', (stage) => {
    const seen = publicationView(stage, page(stage, { wrong: 1, refusals: [SCRIPT] }));
    expect(seen.textsOf('callout')).toEqual([`${stage.t('plan.not_published')} ${SCRIPT}`]);
  });

  inEachLanguage('with a reason that is too long keeps it, with the fault beside it', (stage) => {
    const { form } = page(stage, {}, { overrideReason: '长'.repeat(301) });
    const faulty = faultyIn(form);
    const seen = publicationView(stage, page(stage, { doubtful: 1, form: faulty }));
    expect(seen.faults).toEqual(faultsOn(faulty));
    expect(seen.control('overrideReason')?.value).toBe('长'.repeat(301));
    expect(seen.textsOf('problems-title')).toEqual([stage.t('form.problems', { count: 1 })]);
  });
});

describe('discarding a plan', () => {
  inEachLanguage('says how many changes are given up, and can be left', (stage) => {
    const plan = planHead(stage.translator, planRow({ title: SCRIPT }));
    const seen = discardView(stage, { plan, changes: 1, refusals: [] });
    expect(seen.heading).toBe(`${SCRIPT} ${stage.t('plan.state_open')}`);
    expect(seen.sections).toEqual([stage.t('plan.discard_question')]);
    expect(titleOf(seen)).toBe(stage.t('plan.discard_title', { title: SCRIPT }));
    expect(seen.words).toContain(stage.t('plan.discard_text', { count: 1 }));
    expect(seen.button(stage.t('plan.discard_act'))).toBe('post /office/plans/n1/discard');
    expect(seen.link(stage.t('plan.keep'))).toBe('/office/plans/n1');
    const many = discardView(stage, { plan, changes: 1001, refusals: [] });
    expect(many.words).toContain(stage.t('plan.discard_text', { count: 1001 }));
  });

  inEachLanguage('that was refused says why', (stage) => {
    const plan = planHead(stage.translator, planRow({ state: 'published' }));
    const refusals = [stage.t('refusal.planNotOpen', { title: SCRIPT })];
    const seen = discardView(stage, { plan, changes: 0, refusals });
    expect(seen.textsOf('callout')).toEqual([`${stage.t('layout.blockers', { count: 1 })} ${refusals[0]}`]);
  });
});
