import { instantOf, refuse } from '../../../../src/platform/index.js';
import { sessionView } from '../../../../src/scheduling/core/web/texts.js';
import type { PlacedSession } from '../../../../src/scheduling/core/domain/placed-session.js';
import type { Substitute } from '../../../../src/scheduling/notifications/domain/substitutes.js';
import {
  type SubstitutesPage,
  substituteView,
} from '../../../../src/scheduling/notifications/web/substitutes.controller.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../../support/views/rendered-view.js';
import { sessionRow } from '../session-row.js';

const view = viewOf<SubstitutesPage>('scheduling/notifications/substitutes/index', { viewer: 'coordinator' });
const GULNAR = { zh: '古丽娜尔·买买提艾力', en: 'Gulnar Mamtili' };
const HAITAO = { id: 'i1', name: '王海涛', answer: 'declined', said: null };

const row = sessionRow();
const other: PlacedSession = {
  ...{
    id: 's9',
    cohortId: 'c9',
    cohortCode: 'LX-1',
    courseId: 'k9',
    number: 1,
    setUp: 0,
    clearAway: 0,
    seatsNeeded: 8,
  },
  ...{ startsAt: instantOf('2026-03-11', '13:30'), endsAt: instantOf('2026-03-11', '17:00') },
  ...{ roomId: null, roomName: null, instructors: [], instructorNames: [], licences: [] },
};

function substitute(change: Partial<Substitute> = {}): Substitute {
  const { startsAt, endsAt, roomId, licences } = row;
  const limits = { mostMinutesPerDay: null, mostMinutesPerWeek: null, hours: [], away: [] };
  return {
    instructor: { id: 'i2', name: GULNAR, retired: false, qualifications: [], ...limits },
    slot: { startsAt, endsAt, roomId, instructors: [], licences },
    against: [],
    minutesThatWeek: 0,
    thatDay: [],
    minutesApart: null,
    ...change,
  };
}

function page(stage: Stage, all: readonly Substitute[], change: Partial<SubstitutesPage> = {}): SubstitutesPage {
  const views = all.map((one) => substituteView(stage.context(), one));
  return {
    session: sessionView(stage.translator, row, LOOKED_AT),
    sequence: 4,
    insteadOf: HAITAO,
    free: views.filter(({ against }) => against.length === 0),
    busy: views.filter(({ against }) => against.length > 0),
    problems: [],
    closed: false,
    ...change,
  };
}

describe('who could take over a session', () => {
  inEachLanguage('is nobody: the session can be moved instead', (stage) => {
    const seen = view(stage, page(stage, []));
    expect(seen.heading).toContain(stage.t('substitute.heading', { number: 3 }));
    expect(seen.words).toContain(`${stage.t('substitute.none')} ${stage.t('substitute.none_text')}`);
    expect(seen.link(stage.t('substitute.move'))).toBe('/office/sessions/s1/move');
    expect(seen.link(stage.t('session.back'))).toBe('/office/cohorts/AZ-104-2026-03/sessions');
    expect(seen.sections).toEqual([]);
    expect(seen.requests).toEqual([]);
  });

  inEachLanguage('is listed with the hours of that week and the other sessions of that day', (stage) => {
    const near = substitute({ minutesThatWeek: 1234, thatDay: [other], minutesApart: 90 });
    const next = substitute({ thatDay: [{ ...other, roomName: { zh: '趵突泉', en: 'Baotu' } }], minutesApart: 0 });
    const seen = view(stage, page(stage, [substitute(), near, next]));
    const name = stage.one(GULNAR.zh, GULNAR.en);
    const span = stage.t('session.span', { day: '2026-03-11', startsAt: other.startsAt, endsAt: other.endsAt });
    const said = (room: string) => stage.t('substitute.other', { span, cohort: 'LX-1', room });
    const give = stage.t('substitute.give', { name });
    expect(seen.sections).toEqual([stage.t('substitute.free', { count: 3 })]);
    expect(seen.rows).toEqual([
      [name, stage.t('substitute.hours', { hours: '0' }), stage.t('substitute.none_that_day'), give],
      [
        name,
        stage.t('substitute.hours', { hours: '20.6' }),
        `${said(stage.t('session.no_room'))} ${stage.t('substitute.apart', { hours: '1.5' })}`,
        give,
      ],
      [
        name,
        stage.t('substitute.hours', { hours: '0' }),
        `${said(stage.one('趵突泉', 'Baotu'))} ${stage.t('substitute.no_break')}`,
        give,
      ],
    ]);
  });

  inEachLanguage('is given it by a button that says in whose place', (stage) => {
    const seen = view(stage, page(stage, [substitute()]));
    const give = stage.t('substitute.give', { name: stage.one(GULNAR.zh, GULNAR.en) });
    expect(seen.button(give)).toBe('post /office/sessions/s1/substitutes');
    expect([seen.hidden('instructorId'), seen.hidden('insteadOf'), seen.hidden('sequence')]).toEqual([
      ['i2'],
      ['i1'],
      ['4'],
    ]);
  });

  inEachLanguage('and cannot then is listed apart with what stands in the way', (stage) => {
    const dates = { from: row.startsAt, until: row.endsAt, reason: '<b>培训</b>' };
    const names = { instructorZh: GULNAR.zh, instructorEn: GULNAR.en };
    const against = [refuse('instructorIsAbsent' as const, { ...names, ...dates })];
    const seen = view(stage, page(stage, [substitute({ against, minutesThatWeek: 180 })]));
    expect(seen.sections).toEqual([stage.t('substitute.busy', { count: 1 })]);
    expect(seen.words).toContain(stage.t('substitute.none'));
    expect(seen.rows).toEqual([
      [
        stage.one(GULNAR.zh, GULNAR.en),
        stage.t('substitute.hours', { hours: '3' }),
        stage.t('refusal.instructorIsAbsent', { ...names, ...dates }),
      ],
    ]);
  });
});

describe('the session that needs somebody', () => {
  inEachLanguage('says who declined, and why where a reason was given', (stage) => {
    const declined = stage.t('substitute.declined', { name: '王海涛' });
    expect(view(stage, page(stage, [])).textsOf('callout')).toEqual([declined]);
    const seen = view(stage, page(stage, [], { insteadOf: { ...HAITAO, said: '出差' } }));
    expect(seen.textsOf('callout')).toEqual([`${declined} ${stage.t('substitute.said', { said: '出差' })}`]);
    expect(seen.facts[stage.t('session.instructor')]).toBe(`王海涛 ${stage.t('answer.state_declined')}`);
    expect(seen.facts[stage.t('session.when')]).toBe(`${stage.translator.format.dayShort('2026-03-11')} 09:00–12:00`);
  });

  describe.each(['open', 'confirmed'] as const)('whose instructor is %s', (answer) => {
    inEachLanguage('shows the answer, and no decline', (stage) => {
      const seen = view(stage, page(stage, [], { insteadOf: { ...HAITAO, answer } }));
      expect(seen.textsOf('callout')).toEqual([]);
      expect(seen.facts[stage.t('session.instructor')]).toBe(`王海涛 ${stage.t(`answer.state_${answer}`)}`);
    });
  });

  inEachLanguage('without instructor says so, and sends nobody’s place', (stage) => {
    const seen = view(stage, page(stage, [substitute()], { insteadOf: null }));
    expect(seen.facts[stage.t('session.instructor')]).toBe(stage.t('substitute.nobody'));
    expect(seen.hidden('insteadOf')).toEqual(['']);
  });

  inEachLanguage('and cannot change any more lists nobody', (stage) => {
    const session = sessionView(stage.translator, sessionRow({ state: 'held' }), LOOKED_AT);
    const seen = view(stage, page(stage, [], { session, closed: true, insteadOf: null }));
    expect(seen.heading).toContain(stage.t('session.state_held'));
    expect(seen.textsOf('callout')).toEqual([stage.t('session.fixed')]);
    expect(seen.words).not.toContain(stage.t('substitute.none'));
  });

  inEachLanguage('and was given to nobody on the list says what to do', (stage) => {
    const seen = view(stage, page(stage, [], { problems: [stage.t('substitute.choose'), '<i>'], insteadOf: null }));
    expect(seen.textsOf('callout')).toEqual([`${stage.t('substitute.choose')} <i>`]);
  });
});
