import type { SessionRow } from '../../../../src/scheduling/core/data/timetable-queries.js';
import { sessionView } from '../../../../src/scheduling/core/web/texts.js';
import type { TeachingPage } from '../../../../src/scheduling/sessions/web/teaching.controller.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../../support/views/rendered-view.js';
import { sessionRow } from '../session-row.js';

const view = viewOf<TeachingPage>('scheduling/sessions/teaching/index', { viewer: 'instructor', path: '/teaching' });

type Taught = TeachingPage['today'][number];

function taught(stage: Stage, change: Partial<SessionRow> = {}, more: Partial<Taught> = {}): Taught {
  const session = sessionView(stage.translator, sessionRow(change), LOOKED_AT);
  return { ...session, registerHref: null, answer: null, answerHref: `/teaching/answers/${session.id}`, ...more };
}

function page(change: Partial<TeachingPage> = {}): TeachingPage {
  const model = { today: [], ahead: [], past: [], ...change };
  return { none: [...model.today, ...model.ahead, ...model.past].length === 0, ...model };
}

describe("an instructor's own sessions", () => {
  inEachLanguage('without sessions say that they will be notified', (stage) => {
    const seen = view(stage, page());
    expect(seen.heading).toBe(stage.t('teaching.title'));
    expect(seen.words).toContain(`${stage.t('teaching.none')} ${stage.t('teaching.none_text')}`);
    expect(seen.sections).toEqual([]);
    expect(seen.link(stage.t('timetable.my_week'))).toBe('/teaching/week');
    expect(seen.link(stage.t('availability.own_title'))).toBe('/teaching/absences');
    expect(seen.link(stage.t('feed.in_my_calendar'))).toBe('/my/calendar');
  });

  inEachLanguage("of other days leave today's empty", (stage) => {
    const ahead = view(stage, page({ ahead: [taught(stage)] }));
    expect(ahead.sections).toEqual([stage.t('teaching.today'), stage.t('session.ahead')]);
    expect(ahead.words).toContain(stage.t('teaching.nothing_today'));
    const past = view(stage, page({ past: [taught(stage, { state: 'held' })] }));
    expect(past.sections).toEqual([stage.t('teaching.today'), stage.t('teaching.past')]);
    expect(past.textsOf('badge')).toEqual([stage.t('session.state_held')]);
  });

  inEachLanguage('of today, ahead and past stand apart, each with course, time, cohort and room', (stage) => {
    const begun = { startsAt: LOOKED_AT - 60_000, endsAt: LOOKED_AT + 60_000 };
    const seen = view(
      stage,
      page({
        today: [taught(stage, { id: 's1', ...begun }, { registerHref: '/sessions/s1/register' })],
        ahead: [taught(stage, { id: 's2', roomId: null, room: null }), taught(stage, { id: 's3', number: 4 })],
        past: [taught(stage, { id: 's4', state: 'cancelled' })],
      }),
    );
    expect(seen.sections).toHaveLength(3);
    expect(seen.words).not.toContain(stage.t('teaching.nothing_today'));
    expect(seen.textsOf('sessions')).toHaveLength(3);
    const [today, first, second] = seen.textsOf('session');
    const course = stage.one('Azure 管理员', 'Azure administrator');
    expect(today).toContain(`${course} ${stage.t('session.state_begun')}`);
    expect(first).toContain(`${stage.translator.format.dayShort('2026-03-11')} 09:00–12:00 ${course}`);
    expect(first).toContain(`AZ-104-2026-03 · ${stage.t('session.nth', { number: 3 })}`);
    expect(first).toContain(stage.t('session.no_room'));
    expect(second).toContain(stage.one('琵琶泉实训室', 'Pipa Lab'));
    expect(seen.textsOf('badge')).toEqual([stage.t('session.state_begun'), stage.t('session.state_cancelled')]);
    expect(seen.links(stage.t('session.register'))).toEqual(['/sessions/s1/register']);
    expect(seen.requests).toEqual([]);
  });

  inEachLanguage('that wait for an answer are confirmed at once, or declined with a reason', (stage) => {
    const seen = view(stage, page({ ahead: [taught(stage, {}, { answer: 'open' })] }));
    expect(seen.textsOf('badge')).toEqual([stage.t('answer.state_open')]);
    expect(seen.button(stage.t('answer.confirm_short'))).toBe('post /teaching/answers/s1');
    expect(seen.hidden('answer')).toEqual(['confirmed']);
    expect(seen.link(stage.t('answer.cannot_link'))).toBe('/teaching/answers/s1');
    expect(seen.link(stage.t('session.register'))).toBeNull();
  });

  describe.each(['confirmed', 'declined'] as const)('that are %s', (answer) => {
    inEachLanguage('say so, and the answer can be changed', (stage) => {
      const seen = view(stage, page({ ahead: [taught(stage, {}, { answer })] }));
      expect(seen.textsOf('badge')).toEqual([stage.t(`answer.state_${answer}`)]);
      expect(seen.link(stage.t('answer.change_link'))).toBe('/teaching/answers/s1');
      expect(seen.requests).toEqual([]);
    });
  });

  inEachLanguage('that begin soon have their register and an answer beside it', (stage) => {
    const soon = { answer: 'confirmed', registerHref: '/sessions/s1/register' };
    const seen = view(stage, page({ today: [taught(stage, {}, soon)] }));
    expect(seen.link(stage.t('session.register'))).toBe('/sessions/s1/register');
    expect(seen.link(stage.t('answer.change_link'))).toBe('/teaching/answers/s1');
  });
});
