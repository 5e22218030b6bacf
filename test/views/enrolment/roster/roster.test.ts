import type { RosterRow } from '../../../../src/enrolment/data/roster.js';
import { FORMER } from '../../../../src/enrolment/domain/states.js';
import { type RosterPage, rosterLines } from '../../../../src/enrolment/web/roster.page.js';
import { instantOf } from '../../../../src/platform/index.js';
import { cohortHeaderIn } from '../../../support/views/cohort-header.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../../support/views/rendered-view.js';

const ADDRESS = '/office/cohorts/AZ-104-2026-04/roster';
const view = viewOf<RosterPage>('enrolment/roster/index', { viewer: 'coordinator', path: ADDRESS });

function row(change: Partial<RosterRow> = {}): RosterRow {
  return {
    id: 'e1',
    traineeId: 't1',
    name: '陈晨',
    latinName: null,
    email: null,
    phone: null,
    workplace: null,
    state: 'confirmed',
    seatNumber: 1,
    source: 'self',
    madeAt: LOOKED_AT,
    offerExpiresAt: null,
    endedAt: null,
    ...change,
  };
}

function page(stage: Stage, rows: readonly RosterRow[] = [], change: Partial<RosterPage> = {}): RosterPage {
  const lines = rosterLines(rows, stage.translator);
  const seated = lines.filter(({ seatNumber }) => seatNumber !== null);
  return {
    header: cohortHeaderIn(stage),
    q: '',
    matches: null,
    seated,
    waiting: lines.filter(({ state }) => state === 'waitlisted'),
    former: lines.filter(({ state }) => FORMER.includes(state)),
    seatsFree: seated.length < 20,
    isLive: true,
    seatsText: stage.t('roster.seats_text', { taken: seated.length, capacity: 20 }),
    taken: seated.length,
    capacity: 20,
    refusals: [],
    ...change,
  };
}

const waiting = (id: string) => row({ id, state: 'waitlisted', seatNumber: null });

describe('a roster', () => {
  inEachLanguage('without enrolments shows empty seats and an empty waitlist', (stage) => {
    const seen = view(stage, page(stage));
    expect(seen.words).toContain(stage.t('roster.nobody'));
    expect(seen.words).toContain(stage.t('roster.nobody_waits'));
    expect(seen.link(stage.t('rosterImport.title'))).toBe(`${ADDRESS}/import`);
    expect(seen.link('CSV')).toBe(`${ADDRESS}.csv`);
    expect(seen.words).not.toContain(stage.t('roster.former_count', { count: 0 }));
  });

  inEachLanguage('shows trainees with and without contact details, and long names', (stage) => {
    const full = {
      id: 'e2',
      name: '长'.repeat(100),
      email: 'l@example.com',
      phone: '13800000000',
      workplace: '齐鲁软件',
    };
    const seen = view(stage, page(stage, [row(), row({ ...full, seatNumber: 20, source: 'import' })]));
    const acts = `${stage.t('roster.transfer')} ${stage.t('roster.withdraw')}`;
    const since = stage.translator.format.moment(LOOKED_AT);
    expect(seen.rows).toEqual([
      ['1', '陈晨', '', stage.t('enrolment.state.confirmed'), `${since} ${stage.t('roster.source.self')}`, acts],
      [
        '20',
        `${'长'.repeat(100)} 齐鲁软件`,
        'l@example.com 13800000000',
        stage.t('enrolment.state.confirmed'),
        `${since} ${stage.t('roster.source.import')}`,
        acts,
      ],
    ]);
    expect(seen.links(stage.t('roster.transfer'))[0]).toBe('/office/enrolments/e1/transfer');
    expect(seen.links(stage.t('roster.withdraw'))[1]).toBe('/enrolments/e2/withdrawal');
  });

  inEachLanguage('shows the deadline of an offered seat', (stage) => {
    const until = instantOf('2026-12-31', '18:00');
    const seen = view(stage, page(stage, [row({ state: 'offered', offerExpiresAt: until })]));
    expect(seen.words).toContain(stage.t('roster.held_until', { until }));
  });

  describe.each([true, false])('where seats are free: %s', (seatsFree) => {
    inEachLanguage('numbers the waitlist and offers a seat only if one is free', (stage) => {
      const seen = view(stage, page(stage, [row(), waiting('w1'), waiting('w2')], { seatsFree }));
      expect(seen.rows.slice(1).map(([position]) => position)).toEqual(['1', '2']);
      expect(seen.buttons(stage.t('roster.admit'))).toEqual(
        seatsFree ? ['post /office/enrolments/w1/admission', 'post /office/enrolments/w2/admission'] : [],
      );
      expect(seen.textsOf('seats-full')).toHaveLength(seatsFree ? 0 : 1);
    });
  });

  inEachLanguage('of a completed cohort lists people and offers no changes', (stage) => {
    const header = cohortHeaderIn(stage, { state: 'completed' });
    const seen = view(stage, page(stage, [row(), waiting('w1')], { header, isLive: false }));
    expect(seen.link('陈晨')).toBe('/office/trainees/t1');
    expect(seen.sections).toEqual([stage.t('roster.seats')]);
    expect(seen.requests).toEqual([]);
    for (const act of ['roster.transfer', 'roster.withdraw', 'rosterImport.title'])
      expect(seen.link(stage.t(act))).toBeNull();
    expect(seen.link('CSV')).toBe(`${ADDRESS}.csv`);
  });

  inEachLanguage('lists former enrolments with their end', (stage) => {
    const endedAt = instantOf('2026-01-01', '00:00');
    const former = (['withdrawn', 'lapsed'] as const).map((state) =>
      row({ id: state, state, seatNumber: null, endedAt }),
    );
    const seen = view(stage, page(stage, former));
    expect(seen.words).toContain(stage.t('roster.former_count', { count: 2 }));
    expect(seen.textsOf('entry')).toEqual(
      former.map(
        ({ state }) => `陈晨 ${stage.t(`enrolment.state.${state}`)} ${stage.translator.format.moment(endedAt)}`,
      ),
    );
  });
});

describe('the search for a trainee to enrol', () => {
  inEachLanguage('lists nobody before a search', (stage) => {
    const seen = view(stage, page(stage));
    expect(seen.control('q')).toMatchObject({ value: '', label: stage.t('roster.add_search') });
    expect(seen.button(stage.t('roster.add_find'))).toBe(`get ${ADDRESS}#add`);
    expect(seen.button(stage.t('roster.add_act'))).toBeNull();
  });

  inEachLanguage('enrols a match by id and keeps the search text', (stage) => {
    const matches = [
      { id: 't8', name: '李娜', email: null, phone: '139', workplace: null },
      { id: 't9', name: '李娜', email: 'li@example.com', phone: '138', workplace: '齐鲁软件' },
    ];
    const seen = view(stage, page(stage, [], { q: '李"', matches }));
    expect(seen.buttons(stage.t('roster.add_act'))).toEqual([`post ${ADDRESS}`, `post ${ADDRESS}`]);
    expect(seen.hidden('traineeId')).toEqual(['t8', 't9']);
    expect(seen.hidden('q')).toEqual(['李"', '李"']);
    expect(seen.words).toContain('li@example.com 138 齐鲁软件');
  });

  inEachLanguage('shows a trainee without contact details', (stage) => {
    const matches = [{ id: 't7', name: '阿依古丽·买买提', email: null, phone: null, workplace: null }];
    const seen = view(stage, page(stage, [], { q: '阿', matches }));
    expect(seen.textsOf('entry')).toEqual([`阿依古丽·买买提 ${stage.t('roster.add_act')}`]);
  });

  inEachLanguage('without a match links to a new trainee', (stage) => {
    const seen = view(stage, page(stage, [], { q: '<b>', matches: [] }));
    expect(seen.words).toContain(stage.t('roster.add_none', { q: '<b>' }));
    expect(seen.link(stage.t('roster.add_new'))).toBe('/office/trainees/new');
  });

  inEachLanguage('shows why a trainee could not be enrolled', (stage) => {
    const seen = view(stage, page(stage, [], { refusals: ['Enrolled already'] }));
    expect(seen.words).toContain(`${stage.t('roster.add_refused')} Enrolled already`);
  });
});
