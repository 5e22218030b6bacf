import { blockers, formView, instantOf, type Refusal } from '../../../../src/platform/index.js';
import type { SessionRow, TaughtBy } from '../../../../src/scheduling/core/data/timetable-queries.js';
import { SESSION_MAY_BE_ANSWERED } from '../../../../src/scheduling/notifications/domain/answer-rules.js';
import { type AnswerPage, answerPageOf } from '../../../../src/scheduling/notifications/web/answers.controller.js';
import { AnswerForm } from '../../../../src/scheduling/notifications/web/notification.form.js';
import { faultsOn, faultyIn } from '../../../support/views/form-views.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../../support/views/rendered-view.js';
import { sessionRow, taughtBy } from '../session-row.js';

const view = viewOf<AnswerPage>('scheduling/notifications/answers/show');
const ASKED = sessionRow();

interface Question {
  readonly teaching?: TaughtBy | null;
  readonly session?: SessionRow;
  readonly form?: AnswerPage['form'];
}

/** What an instructor sees who was asked about `ASKED`, as the session is now. */
function page(stage: Stage, { teaching = taughtBy(), session = ASKED, form }: Question = {}): AnswerPage {
  const question = { sessionId: 's1', instructorId: 'i1', startsAt: ASKED.startsAt, endsAt: ASKED.endsAt };
  const facts = { now: LOOKED_AT, session, teaches: teaching !== null, question };
  const [against = null] = blockers(SESSION_MAY_BE_ANSWERED, facts);
  const filled = { form: form ?? formView(AnswerForm, stage.translator), now: LOOKED_AT };
  return answerPageOf(stage.context(), { token: 'tok', question, session, teaching, against }, filled);
}

describe('an instructor who is asked to teach a session', () => {
  inEachLanguage('is greeted, sees it, and can say yes or no', (stage) => {
    const seen = view(stage, page(stage));
    const { format } = stage.translator;
    const when = `${format.dayShort('2026-03-11')} 09:00–12:00`;
    expect(seen.heading).toBe(stage.t('answer.title'));
    expect(seen.textsOf('over')).toEqual([stage.one('Azure 管理员', 'Azure administrator')]);
    expect(seen.words).toContain(stage.t('answer.greeting', { name: stage.one('王海涛', 'Wang Haitao') }));
    expect(seen.sections).toEqual([`AZ-104-2026-03 · ${stage.t('session.nth', { number: 3 })}`]);
    expect(seen.facts).toEqual({
      [stage.t('session.when')]: when,
      [stage.t('session.room')]: stage.one('琵琶泉实训室', 'Pipa Lab'),
      [stage.t('session.instructor')]: stage.one('王海涛', 'Wang Haitao'),
    });
    expect(seen.button(stage.t('answer.confirm'))).toBe('post /teaching/answers/tok');
    expect(seen.button(stage.t('answer.decline'))).toBe('post /teaching/answers/tok');
    expect(seen.main.all('button').map((one) => one.attribute('value'))).toEqual(['confirmed', 'declined']);
    expect(seen.textsOf('callout')).toEqual([]);
  });

  inEachLanguage('in a room with a place, or without room, sees that', (stage) => {
    const place = { zh: '三号楼 <2> 层', en: 'Building 3' };
    const there = view(stage, page(stage, { session: sessionRow({ place }) }));
    expect(there.facts[stage.t('answer.place')]).toBe(stage.one(place.zh, place.en));
    const nowhere = view(stage, page(stage, { session: sessionRow({ roomId: null, room: null }) }));
    expect(nowhere.facts[stage.t('session.room')]).toBe(stage.t('session.no_room'));
  });

  inEachLanguage('and has confirmed, or declined with a reason or without, can change the answer', (stage) => {
    const confirmed = view(stage, page(stage, { teaching: taughtBy({ answer: 'confirmed' }) }));
    expect(confirmed.textsOf('callout')).toEqual([stage.t('answer.you_confirmed')]);
    const declined = view(stage, page(stage, { teaching: taughtBy({ answer: 'declined' }) }));
    expect(declined.textsOf('callout')).toEqual([stage.t('answer.you_declined')]);
    const said = '<b>出差</b>';
    const because = view(stage, page(stage, { teaching: taughtBy({ answer: 'declined', said }) }));
    expect(because.textsOf('callout')).toEqual([
      `${stage.t('answer.you_declined')} ${stage.t('answer.you_said', { said })}`,
    ]);
    for (const seen of [confirmed, declined, because]) {
      expect(seen.requests).toEqual(['post /teaching/answers/tok']);
      expect(seen.words).not.toContain(stage.t('answer.greeting', { name: stage.one('王海涛', 'Wang Haitao') }));
    }
  });

  inEachLanguage('whose answer fails has each fault beside what it is about, and what was typed', (stage) => {
    const form = faultyIn(formView(AnswerForm, stage.translator, { typed: { said: '长'.repeat(301) } }));
    const seen = view(stage, page(stage, { form }));
    expect(seen.faults).toEqual(faultsOn(form));
    expect(seen.words).toContain('fault of answer');
    expect(seen.control('said')?.value).toBe('长'.repeat(301));
    expect(seen.control('said')?.label).toContain(stage.t('answer.said'));
  });
});

describe('a session that need not be answered any more', () => {
  const moved = { startsAt: instantOf('2026-03-12', '09:00'), endsAt: instantOf('2026-03-12', '12:00') };
  const begun = { startsAt: LOOKED_AT, endsAt: LOOKED_AT + 60_000 };
  const states: readonly [string, Partial<SessionRow>, TaughtBy | null, Pick<Refusal, 'code' | 'data'>][] = [
    ['is cancelled', { state: 'cancelled' }, taughtBy(), { code: 'answerSessionCancelled', data: {} }],
    ['has begun', begun, taughtBy(), { code: 'answerSessionBegun', data: { startsAt: begun.startsAt } }],
    ['was held', { state: 'held' }, taughtBy(), { code: 'answerSessionBegun', data: { startsAt: ASKED.startsAt } }],
    ['is another’s', {}, null, { code: 'answerNotYours', data: {} }],
    ['has moved', moved, taughtBy(), { code: 'answerSessionMoved', data: { startsAt: moved.startsAt } }],
  ];

  describe.each(states)('because it %s', (_, change, teaching, { code, data }) => {
    inEachLanguage('says so and how it stands, and has no form', (stage) => {
      const session = sessionRow(change);
      const model = page(stage, { session, teaching });
      const seen = view(stage, model);
      expect(seen.textsOf('callout')).toEqual([stage.t(`refusal.${code}`, data)]);
      expect(seen.words).toContain(stage.t('answer.stands_now'));
      expect(seen.requests).toEqual([]);
      const badges = model.session.open ? [] : [model.session.stateText];
      expect(seen.textsOf('badge')).toEqual(badges);
      expect(seen.textsOf('lead')).toEqual([]);
    });
  });
});
