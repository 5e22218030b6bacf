import { formView, pagesOf } from '../../../../src/platform/index.js';
import { type BulletinFacts } from '../../../../src/scheduling/notifications/data/bulletin-facts.js';
import { BULLETIN_STATES } from '../../../../src/scheduling/notifications/data/bulletin.entity.js';
import { bulletinView } from '../../../../src/scheduling/notifications/web/bulletin.page.js';
import type { BulletinsPage, DroppingPage } from '../../../../src/scheduling/notifications/web/bulletins.controller.js';
import { DropForm } from '../../../../src/scheduling/notifications/web/notification.form.js';
import { faultsOn, faultyIn } from '../../../support/views/form-views.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../../support/views/rendered-view.js';
import { bulletinFacts, change, QUIET_UNTIL, SOON } from './bulletin-page.js';

const office = { viewer: 'coordinator', path: '/office/bulletins' } as const;
const listView = viewOf<BulletinsPage>('scheduling/notifications/bulletins/index', office);
const droppingView = viewOf<DroppingPage>('scheduling/notifications/bulletins/dropping', office);

describe('the list of bulletins', () => {
  interface Listed {
    readonly facts?: readonly BulletinFacts[];
    readonly people?: number;
    readonly count?: number;
  }

  function page(
    stage: Stage,
    { facts = [], people = 0, count = facts.length }: Listed,
    change: Partial<BulletinsPage> = {},
  ): BulletinsPage {
    const states = BULLETIN_STATES.map((value) => ({
      value,
      label: stage.t(`bulletin.state_${value}`),
      selected: false,
    }));
    return {
      bulletins: facts.map((one) => ({
        ...bulletinView(stage.context(), one, LOOKED_AT),
        ...{ changes: one.changes.length, people },
      })),
      ...{ count, pages: pagesOf('/office/bulletins', { page: 1, size: 25, count }), q: '', states, filtered: false },
      ...change,
    };
  }

  inEachLanguage('that is empty leads to the timetable', (stage) => {
    const seen = listView(stage, page(stage, {}));
    expect(seen.words).toContain(`${stage.t('bulletin.none')} ${stage.t('bulletin.none_text')}`);
    expect(seen.link(stage.t('bulletin.to_timetable'))).toBe('/office/timetable');
    expect(seen.control('state')?.options).toEqual([
      stage.t('list.any'),
      ...BULLETIN_STATES.map((state) => stage.t(`bulletin.state_${state}`)),
    ]);
  });

  inEachLanguage('of which the search finds none leads to all', (stage) => {
    const seen = listView(stage, page(stage, {}, { q: '<x>', filtered: true }));
    expect(seen.words).toContain(stage.t('list.nothing_found'));
    expect(seen.control('q')).toMatchObject({ value: '<x>', label: stage.t('bulletin.search') });
    expect(seen.links(stage.t('list.clear'))).toEqual(Array(2).fill('/office/bulletins'));
  });

  inEachLanguage('says of each whose it is, what became of it and when', (stage) => {
    const { format } = stage.translator;
    const facts = [
      bulletinFacts(),
      bulletinFacts({ id: 'b2', openedBy: null, openedByName: null, changes: [change({ after: SOON })] }),
      bulletinFacts({ id: 'b3', state: 'sent', closedAt: LOOKED_AT, openedByName: '古丽娜尔·买买提' }),
      bulletinFacts({ id: 'b4', state: 'dropped', closedAt: LOOKED_AT }),
    ];
    const seen = listView(stage, page(stage, { facts, people: 1234 }));
    expect(seen.words).toContain(stage.t('list.count', { count: 4 }));
    const said = (state: string, when: string, by = '李静') => [
      ...['AZ-104-2026-03', by, stage.t(`bulletin.state_${state}`), '1', format.number(1234)],
      when,
    ];
    expect(seen.rows).toEqual([
      said('open', stage.t('bulletin.leaves_at', { at: QUIET_UNTIL })),
      said('open', stage.t('bulletin.leaves_now'), stage.t('bulletin.by_itself')),
      said('sent', format.moment(LOOKED_AT), '古丽娜尔·买买提'),
      said('dropped', format.moment(LOOKED_AT)),
    ]);
    expect(seen.links('AZ-104-2026-03')).toEqual(['b1', 'b2', 'b3', 'b4'].map((id) => `/office/bulletins/${id}`));
  });

  inEachLanguage('names three cohorts of one bulletin and counts the rest', (stage) => {
    const of = (codes: readonly string[]) =>
      bulletinFacts({ changes: codes.map((code) => change({ cohort: { ...change().cohort, code } })) });
    const and = stage.t('bulletin.and');
    const seen = listView(stage, page(stage, { facts: [of(['A', 'B', 'A', 'C']), of(['A', 'B', 'C', 'D'])] }));
    expect(seen.rows.map(([cohorts]) => cohorts)).toEqual([
      `A${and}B${and}C`.replace(/\s+/g, ' '),
      stage.t('bulletin.and_more', { named: `A${and}B${and}C`, count: 4 }),
    ]);
  });

  inEachLanguage('that is long has pages', (stage) => {
    const seen = listView(stage, page(stage, { facts: [bulletinFacts()], count: 60 }));
    expect(seen.words).toContain(stage.t('list.count', { count: 60 }));
    expect(seen.link(stage.t('list.next'))).toBe('/office/bulletins?page=2');
  });
});

describe('dropping a bulletin', () => {
  function page(stage: Stage, facts: BulletinFacts, more: Partial<DroppingPage> = {}): DroppingPage {
    const bulletin = bulletinView(stage.context(), facts, LOOKED_AT);
    const form = formView(DropForm, stage.translator);
    return { bulletin, changes: facts.changes.length, people: 1, form, ...more };
  }

  describe.each([1, 20])('that %d people would get', (people) => {
    inEachLanguage('says what stands and what nobody learns', (stage) => {
      const facts = bulletinFacts({ changes: Array.from({ length: people }, () => change()) });
      const seen = droppingView(stage, page(stage, facts, { people }));
      expect(seen.heading).toBe(`${stage.t('bulletin.drop_heading')} ${stage.t('bulletin.state_open')}`);
      expect(seen.sections).toEqual([stage.t('bulletin.drop_question', { count: people })]);
      expect(seen.words).toContain(stage.t('bulletin.drop_stands', { count: people }));
      expect(seen.words).toContain(stage.t('bulletin.drop_silent'));
      expect(seen.control('reason')).toMatchObject({ label: stage.t('bulletin.drop_reason'), value: '' });
      expect(seen.button(stage.t('bulletin.drop_act'))).toBe('post /office/bulletins/b1/dropping');
      expect(seen.links(stage.t('bulletin.drop_not'))).toContain('/office/bulletins/b1');
      expect(seen.link(stage.t('bulletin.title'))).toBe('/office/bulletins/b1');
    });
  });

  inEachLanguage('without a reason has the fault beside it', (stage) => {
    const form = faultyIn(formView(DropForm, stage.translator, { typed: { reason: '<s>' } }));
    const seen = droppingView(stage, page(stage, bulletinFacts(), { form }));
    expect(seen.faults).toEqual(faultsOn(form));
    expect(seen.control('reason')?.value).toBe('<s>');
  });

  describe.each(['sent', 'dropped'] as const)('that was %s meanwhile', (state) => {
    inEachLanguage('says so and has no form', (stage) => {
      const seen = droppingView(stage, page(stage, bulletinFacts({ state, closedAt: LOOKED_AT }), { people: 0 }));
      expect(seen.textsOf('callout')).toEqual([stage.t(`bulletin.closed_${state}`, { at: LOOKED_AT })]);
      expect(seen.requests).toEqual([]);
    });
  });
});
