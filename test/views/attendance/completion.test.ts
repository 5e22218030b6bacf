import type { CompletionPage } from '../../../src/attendance/web/completion.controller.js';
import { cohortHeaderIn } from '../../support/views/cohort-header.js';
import { inEachLanguage, type Stage, viewOf } from '../../support/views/rendered-view.js';

type Line = CompletionPage['completing'][number];

const view = viewOf<CompletionPage>('attendance/completion/new', { viewer: 'coordinator' });
const ACT = 'post /office/cohorts/AZ-104-2026-04/completion';

function line(stage: Stage, change: Partial<Line> = {}): Line {
  return {
    enrolmentId: 'e1',
    traineeId: 't1',
    name: '陈晨',
    state: 'confirmed',
    endedAt: null,
    tally: { attended: 4, counted: 5, late: 0, excused: 0, absent: 1, unmarked: 0 },
    share: 0.8,
    scores: [60],
    shortfalls: [],
    attendanceText: stage.t('completion.attendance', { share: 0.8, attended: 4, counted: 5 }),
    results: [{ text: '60', label: 'Exam', isBelow: false }],
    reasons: [],
    ...change,
  };
}

function page(stage: Stage, change: Partial<CompletionPage> = {}): CompletionPage {
  const assessments = [{ name: 'Exam', passText: stage.t('assessment.pass_of', { pass: 60, full: 100 }) }];
  const header = cohortHeaderIn(stage);
  const seen = 'f'.repeat(64);
  return { header, reasons: [], assessments, completing: [], failing: [], least: 80, isDone: false, seen, ...change };
}

describe('a completion', () => {
  inEachLanguage('shows the rule, who completes and the effect before it is done', (stage) => {
    const failing = line(stage, {
      name: '长'.repeat(100),
      attendanceText: stage.t('completion.no_marks'),
      results: [{ text: '0', label: 'Exam', isBelow: true }],
      reasons: ['Reason 1', 'Reason 2'],
    });
    const seen = view(stage, page(stage, { completing: [line(stage)], failing: [failing] }));
    expect(seen.words).toContain(stage.t('completion.rule', { least: 80 }));
    expect(seen.sections).toEqual([
      stage.t('completion.title_of', { code: 'AZ-104-2026-04' }),
      stage.t('completion.completing', { count: 1 }),
      stage.t('completion.failing', { count: 1 }),
      stage.t('completion.confirm', { code: 'AZ-104-2026-04' }),
    ]);
    expect(seen.rows[0]).toEqual(['陈晨', line(stage).attendanceText, '60']);
    expect(seen.rows[1]?.slice(1, 3)).toEqual([
      stage.t('completion.no_marks'),
      expect.stringContaining(stage.t('result.below')),
    ]);
    expect(seen.textsOf('why-not')).toEqual(['Reason 1', 'Reason 2']);
    expect(seen.words).toContain(stage.t('completion.effect_people', { completing: 1, failing: 1 }));
    expect(seen.button(stage.t('completion.act'))).toBe(ACT);
    expect(seen.link(stage.t('form.cancel'))).toBe('/office/cohorts/AZ-104-2026-04');
  });

  inEachLanguage('in which nobody succeeds says so', (stage) => {
    const seen = view(stage, page(stage, { assessments: [], failing: [line(stage, { results: [], reasons: ['R'] })] }));
    expect(seen.words).toContain(stage.t('completion.nobody_completes'));
    expect(seen.rows).toEqual([['陈晨', line(stage).attendanceText, 'R']]);
  });

  inEachLanguage('that is forbidden gives the reason and has no button', (stage) => {
    const seen = view(stage, page(stage, { reasons: ['Marks are missing'], seen: null }));
    expect(seen.words).toContain(`${stage.t('completion.cannot')} Marks are missing`);
    expect(seen.requests).toEqual([]);
    expect(seen.words).not.toContain(stage.t('completion.failing', { count: 0 }));
  });

  inEachLanguage('that was refused because something has changed gives the reason and has the button', (stage) => {
    const seen = view(stage, page(stage, { reasons: ['A score has changed'], completing: [line(stage)] }));
    expect(seen.words).toContain(`${stage.t('completion.cannot')} A score has changed`);
    expect(seen.button(stage.t('completion.act'))).toBe(ACT);
  });

  inEachLanguage('that is done says so and cannot be repeated', (stage) => {
    const header = cohortHeaderIn(stage, { state: 'completed' });
    const seen = view(stage, page(stage, { header, isDone: true, seen: null, completing: [line(stage)] }));
    expect(seen.sections[0]).toBe(stage.t('completion.done_title'));
    expect(seen.requests).toEqual([]);
  });
});
