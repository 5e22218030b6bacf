import type { IssuancePage } from '../../../../src/certifications/issuing/web/issuance.page.js';
import type { NumbersPage } from '../../../../src/certifications/issuing/web/numbers.controller.js';
import { JOB_STATES, type JobState, progressView } from '../../../../src/platform/index.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../../support/views/rendered-view.js';

const office = { viewer: 'coordinator', path: '/office/issuances/i1' } as const;
const view = viewOf<IssuancePage>('certifications/issuing/issuance/show', office);
const numbersView = viewOf<NumbersPage>('certifications/issuing/numbers/index', office);

const acts = { stop: '/office/issuances/i1/stopping', resume: '/office/issuances/i1/resumption' };

function page(stage: Stage, state: JobState, change: Partial<IssuancePage> = {}): IssuancePage {
  const job = { id: 'j1', subjectId: 'i1', startedBy: '李静', createdAt: LOOKED_AT, endedAt: null };
  const progress = progressView({ ...job, state, done: 1, total: 3, secondsLeft: 60 }, stage.translator, acts);
  return {
    id: 'i1',
    code: 'AZ-104-2026-04',
    progress,
    items: [item(stage, 'issued')],
    left: 2,
    reasons: [],
    ...change,
  };
}

function item(stage: Stage, state: 'waiting' | 'issued' | 'refused' | 'void'): IssuancePage['items'][number] {
  const tone = { waiting: 'wait', issued: 'issued', refused: 'refused', void: 'off' }[state];
  return {
    id: state,
    name: '李雷',
    latinName: state === 'issued' ? 'Li Lei' : null,
    number: `JN-${state}`,
    tone,
    word: stage.t(`issuance.item_${state}`),
    why: state === 'refused' ? ['Has one', 'No name'] : [],
    issued: state === 'issued',
  };
}

describe('an issue of certificates', () => {
  describe.each(JOB_STATES)('that is %s', (state) => {
    inEachLanguage('shows its progress, and can be stopped or resumed', (stage) => {
      const seen = view(stage, page(stage, state));
      expect(seen.words).toContain(stage.t(`progress.${state}`));
      expect(seen.words).toContain(stage.t('progress.counted', { done: 1, total: 3 }));
      const isRunning = state === 'running';
      expect(seen.button(stage.t('progress.stop'))).toBe(isRunning ? `post ${acts.stop}` : null);
      const goesOn = state === 'stopped' || state === 'failed';
      expect(seen.button(stage.t('progress.resume'))).toBe(goesOn ? `post ${acts.resume}` : null);
      expect(seen.link(stage.t('progress.look_again'))).toBe(isRunning ? '/office/issuances/i1' : null);
    });
  });

  inEachLanguage('tells what became of each, with a link to those issued only', (stage) => {
    const items = (['waiting', 'issued', 'refused', 'void'] as const).map((state) => item(stage, state));
    const seen = view(stage, page(stage, 'running', { items }));
    expect(seen.rows.map(([, , word]) => word)).toEqual(items.map(({ word }) => word));
    expect(seen.hrefs.filter((href) => href.startsWith('/office/certificates/'))).toEqual([
      '/office/certificates/issued',
    ]);
    expect(seen.textsOf('reason')).toEqual(['Has one', 'No name']);
  });

  describe.each([0, 1, 2])('of which %d are left', (left) => {
    inEachLanguage('can be given up while there is something left', (stage) => {
      const seen = view(stage, page(stage, 'stopped', { left, items: [item(stage, 'issued')] }));
      expect(seen.button(stage.t('issuance.abandon'))).toBe(
        left === 0 ? null : 'post /office/issuances/i1/abandonment',
      );
      expect(seen.words.includes(stage.t('issuance.abandon_text', { count: left }))).toBe(left > 0);
    });
  });

  inEachLanguage('says why an act was refused', (stage) => {
    const items = [item(stage, 'issued')];
    expect(view(stage, page(stage, 'done', { items, reasons: ['It is over'] })).words).toContain('It is over');
  });
});

describe('the report of numbers', () => {
  const series = { shape: 'JN-2026-#####-?', drawn: 3, issued: 3, reserved: 0, voided: 0, unexplained: 0 };

  inEachLanguage('without a number drawn says so', (stage) => {
    expect(numbersView(stage, { series: [] }).words).toContain(stage.t('numbers.none'));
  });

  inEachLanguage('of a series without gaps says so, with zeros shown as such', (stage) => {
    const seen = numbersView(stage, { series: [{ ...series, gaps: [], listed: null }] });
    expect(seen.sections).toEqual(['JN-2026-#####-?']);
    expect(seen.words).toContain(stage.t('numbers.no_gaps'));
    expect(seen.facts[stage.t('numbers.unexplained')]).toBe('0');
  });

  inEachLanguage('lists each gap with its reason, and says that there are more', (stage) => {
    const gap = { sequence: 1, number: null, state: 'unexplained', reason: null, actorName: null, at: null } as const;
    const texts = {
      stateWord: stage.t('numbers.unexplained'),
      why: stage.t('numbers.reason_unexplained'),
      tone: 'bad',
    };
    const given = { ...gap, ...texts, number: 'JN-2', sequence: 2, actorName: '李静', at: LOOKED_AT };
    const seen = numbersView(stage, { series: [{ ...series, gaps: [{ ...gap, ...texts }, given], listed: 500 }] });
    expect(seen.rows).toEqual([
      ['–', '1', texts.stateWord, texts.why, '–', '–'],
      ['JN-2', '2', texts.stateWord, texts.why, '李静', stage.translator.format.moment(LOOKED_AT)],
    ]);
    expect(seen.words).toContain(stage.t('numbers.more', { count: 500 }));
  });
});
