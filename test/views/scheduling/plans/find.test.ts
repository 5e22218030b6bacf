import { planHead } from '../../../../src/scheduling/plans/web/plan-details.page.js';
import type { FindPage } from '../../../../src/scheduling/plans/web/plan-search.controller.js';
import { inEachLanguage, type Stage, viewOf } from '../../../support/views/rendered-view.js';
import { SCRIPT, sessionsIn, timesOf, titleOf } from '../resources/resource-models.js';
import { headFaults } from '../resources/table-heads.js';
import { planRow } from './plan-models.js';

const findView = viewOf<FindPage>('scheduling/plans/find', { viewer: 'coordinator', path: '/office/plans' });

describe('the search for a session of a plan', () => {
  function page(stage: Stage, change: Partial<FindPage> = {}): FindPage {
    return { plan: planHead(stage.translator, planRow()), q: '', sessions: [], most: null, ...change };
  }

  inEachLanguage('begins with an empty field', (stage) => {
    const seen = findView(stage, page(stage));
    expect(seen.heading).toBe(`${stage.t('plan.find_title')} ${stage.t('plan.state_open')}`);
    expect(titleOf(seen)).toBe(stage.t('plan.find_title'));
    expect(seen.textsOf('empty-title')).toEqual([stage.t('plan.find_first')]);
    expect(seen.textsOf('empty-text')).toEqual([stage.t('plan.find_first_text')]);
    expect(seen.control('q')).toMatchObject({ value: '', label: stage.t('plan.find') });
    expect(seen.requests).toEqual(['get /office/plans/n1/sessions']);
    expect(seen.link(stage.t('list.clear'))).toBeNull();
    expect(seen.link(stage.t('plan.back_to_plan'))).toBe('/office/plans/n1');
  });

  inEachLanguage('without result keeps what was asked and leads back', (stage) => {
    const seen = findView(stage, page(stage, { q: SCRIPT }));
    expect(seen.textsOf('empty-title')).toEqual([stage.t('plan.find_none')]);
    expect(seen.textsOf('empty-text')).toEqual([stage.t('plan.find_none_text')]);
    expect(seen.control('q')?.value).toBe(SCRIPT);
    const clear = '/office/plans/n1/sessions';
    expect(seen.links(stage.t('list.clear'))).toEqual([clear, clear]);
  });

  inEachLanguage('lists what it found, what is in the plan, and how many at most', (stage) => {
    const sessions = sessionsIn(stage).map((one, at) => ({ ...one, planned: at === 1 }));
    const seen = findView(stage, page(stage, { q: 'az', sessions, most: 60 }));
    const said = (at: number) => {
      const one = sessions[at]!;
      const cohort = `${one.cohort} ${stage.t('session.nth', { number: one.number })}`;
      return [timesOf(stage, one), expect.stringContaining(cohort) as string, one.room, one.instructor];
    };
    expect(headFaults(seen)).toEqual([]);
    expect(seen.rows.map((row) => row.slice(0, 4))).toEqual([said(0), said(1)]);
    expect(seen.rows[0]?.[1]).toContain(stage.one('Azure 管理员', 'Azure administrator'));
    expect(headFaults(seen)).toEqual([]);
    expect(seen.rows.map((row) => row[4]?.includes(stage.t('plan.in_plan')))).toEqual([false, true]);
    expect(seen.links(stage.t('plan.choose'))).toEqual([
      '/office/plans/n1/sessions/s1',
      '/office/plans/n1/sessions/s2',
    ]);
    expect(seen.words).toContain(stage.t('plan.find_most', { most: 60 }));
    expect(findView(stage, page(stage, { q: 'az', sessions })).words).not.toContain(
      stage.t('plan.find_most', { most: 60 }),
    );
  });

  inEachLanguage('of a closed plan offers no change and says why', (stage) => {
    const plan = planHead(stage.translator, planRow({ title: SCRIPT, state: 'published' }));
    const sessions = sessionsIn(stage).map((one) => ({ ...one, planned: false }));
    const seen = findView(stage, page(stage, { plan, q: 'az', sessions }));
    expect(seen.textsOf('callout')).toEqual([stage.t('refusal.planNotOpen', { title: SCRIPT })]);
    expect(seen.links(stage.t('plan.choose'))).toEqual([]);
    expect(seen.requests).toEqual([]);
  });
});
