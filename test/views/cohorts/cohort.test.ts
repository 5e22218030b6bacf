import type { MoveFacts } from '../../../src/cohorts/domain/move-rules.js';
import type { CohortState } from '../../../src/cohorts/domain/states.js';
import { decisionView } from '../../../src/cohorts/web/decision.page.js';
import { checklistOf, nextActOf } from '../../../src/cohorts/web/next-act.js';
import type { OverviewPage } from '../../../src/cohorts/web/overview.controller.js';
import { eventLines, sessionLine } from '../../../src/cohorts/web/overview.page.js';
import { instantOf } from '../../../src/platform/index.js';
import { cohortHeaderIn, cohortInHeader } from '../../support/views/cohort-header.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../support/views/rendered-view.js';

const view = viewOf<OverviewPage>('cohorts/cohort/show', { viewer: 'coordinator' });
const ROOT = '/office/cohorts/AZ-104-2026-04';

type Change = Partial<ReturnType<typeof cohortInHeader>>;

function facts(change: Change = {}, known: Partial<MoveFacts> = {}): MoveFacts {
  return {
    now: LOOKED_AT,
    cohort: cohortInHeader(change),
    courseRetiredCode: null,
    sessions: 4,
    sessionsWithoutRoom: 0,
    sessionsWithoutInstructor: 0,
    smallestRoom: null,
    confirmed: 8,
    ...known,
  };
}

function page(stage: Stage, change: Change = {}, known: Partial<OverviewPage> = {}): OverviewPage {
  const header = cohortHeaderIn(stage, change);
  const isOver = ['completed', 'cancelled'].includes(header.state);
  return {
    header,
    decision: null,
    next: nextActOf(facts(change), header, stage.translator),
    mayRestore: false,
    mayMoveDecision: false,
    checklist: [],
    showsCancel: !isOver,
    mayEdit: !isOver,
    isPublic: header.state !== 'draft',
    counts: { confirmed: 8, offered: 0, waitlisted: 0, completed: 0, notCompleted: 0 },
    seatsTaken: 8,
    seatsText: stage.t('cohort.seats_of', { taken: 8, capacity: 20 }),
    isFull: false,
    deliveryText: stage.t('cohort.delivery_onsite'),
    fee: null,
    trackName: stage.one('云计算', 'Cloud'),
    sessions: [],
    events: eventLines([{ at: LOOKED_AT, act: 'cohort.planned', actorName: '李静', detail: '{}' }], stage.translator),
    ...known,
  };
}

describe('the overview of a cohort', () => {
  const acts: [CohortState, string][] = [
    ['draft', 'publication'],
    ['tentative', 'confirmation'],
    ['confirmed', 'completion'],
    ['completed', 'certificates'],
  ];
  describe.each(acts)('that is %s', (state, noun) => {
    const isOver = state === 'completed';

    inEachLanguage('names the next step and links to it', (stage) => {
      const seen = view(stage, page(stage, { state }));
      expect(seen.heading).toContain(stage.t(`cohort.state_${state}`));
      expect(seen.words).toContain(stage.t(`cohort.next_${state}`));
      expect(seen.link(stage.t(`cohort.act_${noun}`))).toBe(`${ROOT}/${noun}`);
    });

    inEachLanguage('offers to change and cancel it unless it is over, and its public page once it has one', (stage) => {
      const seen = view(stage, page(stage, { state }));
      expect(seen.link(stage.t('cohort.change'))).toBe(isOver ? null : `${ROOT}/edit`);
      expect(seen.link(stage.t('cohort.act_cancellation'))).toBe(isOver ? null : `${ROOT}/cancellation`);
      expect(seen.link(stage.t('cohort.all_sessions'))).toBe(isOver ? null : `${ROOT}/sessions`);
      expect(seen.link(stage.t('cohort.public_page'))).toBe(state === 'draft' ? null : '/cohorts/AZ-104-2026-04');
    });

    inEachLanguage('counts the people with seats, or who completed', (stage) => {
      const counts = { confirmed: 0, offered: 1, waitlisted: 2, completed: 3, notCompleted: 4 };
      const seen = view(stage, page(stage, { state }, { counts }));
      expect(seen.facts[stage.t('cohort.confirmed_count')]).toBe(isOver ? undefined : '0');
      expect(seen.facts[stage.t('cohort.not_completed_count')]).toBe(isOver ? '4' : undefined);
    });
  });

  inEachLanguage('as a draft that cannot be published gives the reasons instead', (stage) => {
    const header = cohortHeaderIn(stage, { state: 'draft' });
    const known = facts({ state: 'draft' }, { sessions: 0 });
    const next = nextActOf(known, header, stage.translator)!;
    const checklist = checklistOf(known, header, stage.translator);
    const seen = view(stage, page(stage, { state: 'draft' }, { next, checklist }));
    expect(next.reasons).not.toEqual([]);
    expect(seen.words).toContain(`${stage.t('cohort.cannot_publish')} ${next.reasons[0]}`);
    expect(seen.link(stage.t('cohort.act_publication'))).toBeNull();
    expect(seen.link(checklist[0]!.text)).toBe(`${ROOT}/sessions`);
  });

  describe.each([true, false])('that is cancelled, where it may be restored: %s', (mayRestore) => {
    inEachLanguage('shows when and why, and offers nothing else', (stage) => {
      const cancelled = {
        state: 'cancelled' as const,
        cancelledAt: instantOf('2026-12-31', '23:59'),
        cancelReason: '讲师请假',
        cancelledFrom: 'confirmed' as const,
      };
      const seen = view(stage, page(stage, cancelled, { mayRestore }));
      expect(seen.textsOf('callout-title')).toEqual([stage.t('cohort.next_cancelled', { at: cancelled.cancelledAt })]);
      expect(seen.words).toContain('讲师请假');
      expect(seen.link(stage.t('cohort.act_restoration'))).toBe(mayRestore ? `${ROOT}/restoration` : null);
      for (const act of ['change', 'act_cancellation', 'act_completion'])
        expect(seen.link(stage.t(`cohort.${act}`))).toBeNull();
    });
  });

  const decisions: [string, string, string, boolean][] = [
    ['past', '2026-03-09', '2026-04-07', true],
    ['today', '2026-03-10', '2026-04-07', true],
    ['over', '2026-03-09', '2026-03-09', false],
  ];
  describe.each(decisions)('with a decision that is %s', (_, decisionOn, startsOn, mayMove) => {
    inEachLanguage('shows the three options, and the day field while there is a later day', (stage) => {
      const change = { state: 'tentative' as const, decisionOn, startsOn };
      const decision = decisionView(facts(change, { confirmed: 3 }), stage.context())!;
      const seen = view(stage, page(stage, change, { decision, showsCancel: false }));
      expect(seen.words).toContain(decision.text);
      expect(seen.links(stage.t('cohort.act_confirmation'))).toEqual([`${ROOT}/confirmation`]);
      expect(seen.links(stage.t('cohort.act_cancellation'))).toEqual([`${ROOT}/cancellation`]);
      expect(seen.requests).toEqual(mayMove ? [`post ${ROOT}/decision`] : []);
      expect(seen.words.includes(stage.t('cohort.way_move_over'))).toBe(!mayMove);
    });
  });

  inEachLanguage('shows "nothing" for every missing fact, and the known ones', (stage) => {
    const bare = view(stage, page(stage));
    for (const name of ['sponsor', 'fee', 'coordinator', 'decision_on'])
      expect(bare.facts[stage.t(`cohort.${name}`)]).toBe(stage.t('layout.nothing'));
    const named = { sponsorName: '齐鲁软件', coordinatorName: '李静', decisionOn: '2026-12-31' };
    const full = view(stage, page(stage, named, { fee: '0 元', mayMoveDecision: true }));
    expect(full.facts[stage.t('cohort.sponsor')]).toBe('齐鲁软件');
    expect(full.facts[stage.t('cohort.fee')]).toBe('0 元');
    expect(full.facts[stage.t('cohort.decision_on')]).toContain(stage.translator.format.day('2026-12-31'));
    expect(full.link(stage.t('cohort.act_decision'))).toBe(`${ROOT}/decision`);
    expect(full.link('AZ-104')).toBe('/office/courses/AZ-104');
  });

  inEachLanguage('lists the sessions ahead, one without room or instructor', (stage) => {
    expect(view(stage, page(stage)).words).toContain(stage.t('cohort.no_sessions_ahead'));
    const startsAt = instantOf('2026-12-31', '09:00');
    const row = {
      id: 's1',
      number: 1,
      state: 'planned',
      startsAt,
      endsAt: startsAt,
      roomZh: null,
      roomEn: null,
      instructor: null,
    };
    const seen = view(stage, page(stage, {}, { sessions: [sessionLine(row, stage.context())] }));
    expect(seen.link(stage.t('cohort.session_numbered', { n: 1 }))).toBe('/sessions/s1/register');
    expect(seen.words).not.toContain(stage.t('cohort.no_sessions_ahead'));
  });

  inEachLanguage('shows its history, with who did what', (stage) => {
    const details = {
      'cohort.cancelled': { reason: '人少', told: 1 },
      'cohort.restored': { people: 2, sessions: 3 },
      'cohort.decisionMoved': { from: null, to: '2026-12-31' },
      'cohort.completed': { completed: 0, notCompleted: 1 },
      'cohort.confirmed': { confirmed: 3, least: 8 },
      'cohort.changed': { capacity: { from: 1, to: 2 } },
      'session.scheduled': { sessions: [1] },
    };
    const events = Object.entries(details).map(([act, detail]) => ({
      at: LOOKED_AT,
      act,
      actorName: '李静',
      detail: JSON.stringify(detail),
    }));
    const lines = eventLines(events, stage.translator);
    const seen = view(stage, page(stage, {}, { events: lines }));
    expect(seen.textsOf('timeline-title')).toEqual(lines.map(({ title }) => title));
    expect(seen.textsOf('timeline-detail')).toEqual(lines.map(({ detail }) => detail));
    expect(seen.textsOf('timeline-when').every((text) => text.endsWith('· 李静'))).toBe(true);
  });
});
