import { ListForm, type HomePage } from '../../../../src/certifications/verification/web/employer-home.controller.js';
import type { ListPage } from '../../../../src/certifications/verification/web/employer-lists.controller.js';
import { formView, type JobState, pagesOf, progressView } from '../../../../src/platform/index.js';
import { faultsOn, faultyIn } from '../../../support/views/form-views.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../../support/views/rendered-view.js';
import { line } from './answer-lines.js';

const employer = { viewer: 'employer', path: '/employer' } as const;
const homeView = viewOf<HomePage>('certifications/verification/employer/home', employer);
const listView = viewOf<ListPage>('certifications/verification/employer/list', employer);

const list: ListPage['list'] = {
  id: 'v1',
  employerId: 'm1',
  filename: '2026 校园招聘.xlsx',
  sha256: 'ab',
  purpose: '招聘',
  size: 1000,
  jobId: 'j1',
  createdAt: LOOKED_AT,
  createdByName: '赵磊',
  answeredAt: null,
  signed: false,
};

function progress(stage: Stage, state: JobState) {
  const job = { id: 'j1', subjectId: 'v1', startedBy: '赵磊', createdAt: LOOKED_AT, endedAt: null };
  const acts = { stop: '/employer/lists/v1/stop', resume: '/employer/lists/v1/resumption' };
  return progressView({ ...job, state, done: 1, total: 1000, secondsLeft: 1 }, stage.translator, acts);
}

describe("an employer's first page", () => {
  function page(stage: Stage, change: Partial<HomePage> = {}): HomePage {
    const form = formView(ListForm, stage.translator);
    return { employer: { name: '齐鲁软件' }, form, lists: [], most: 2000, ...change };
  }

  inEachLanguage('of somebody who acts for no employer says so, and leads to the page for one certificate', (stage) => {
    const seen = homeView(stage, page(stage, { employer: null }));
    expect(seen.words).toContain(stage.t('verification_list.no_employer'));
    expect(seen.requests).toEqual([]);
    expect(seen.hrefs).toEqual(['/verify']);
  });

  inEachLanguage('accepts a list, offers templates, and says that none was uploaded', (stage) => {
    const seen = homeView(stage, page(stage));
    expect(seen.button(stage.t('verification_list.act'))).toBe('post /employer/lists');
    expect(seen.words).toContain(stage.t('verification_list.file_hint', { most: 2000 }));
    expect(seen.link('CSV')).toBe('/employer/template.csv');
    expect(seen.words).toContain(stage.t('verification_list.none'));
  });

  inEachLanguage('shows how far each list is', (stage) => {
    const lists = (['running', 'done'] as const).map((state) => ({
      ...list,
      progress: progress(stage, state),
      waits: false,
    }));
    const seen = homeView(
      stage,
      page(stage, {
        lists: [
          ...lists,
          { ...list, progress: null, waits: false },
          { ...list, progress: progress(stage, 'stopped'), waits: true },
        ],
      }),
    );
    const counted = stage.t('progress.counted', { done: 1, total: 1000 });
    expect(seen.rows.map((cells) => cells[4]!.includes(counted))).toEqual([true, false, false, false]);
    expect(seen.rows[3]?.[4]).toBe(stage.t('verification_list.to_confirm'));
    expect(seen.link('2026 校园招聘.xlsx')).toBe('/employer/lists/v1');
  });

  inEachLanguage('has each fault of the form beside its field', (stage) => {
    const form = faultyIn(page(stage).form);
    expect(homeView(stage, page(stage, { form })).faults).toEqual(faultsOn(form));
  });
});

describe('a verification list', () => {
  function page(change: Partial<ListPage> = {}): ListPage {
    const base = '/employer/lists/v1';
    return {
      list,
      progress: null,
      preview: null,
      verdicts: [],
      rows: [],
      q: '',
      filtered: false,
      base,
      notYet: false,
      altered: false,
      changed: 0,
      count: 0,
      pages: pagesOf(base, { page: 1, size: 100, count: 0 }),
      keptUntil: '2026-12-31',
      files: { xlsx: `${base}/result.xlsx`, csv: `${base}/result.csv`, jws: null },
      ...change,
    };
  }
  const checks = {
    number: 'ok',
    register: 'ok',
    notRevoked: 'failed',
    notReplaced: 'ok',
    notExpired: 'unknown',
  } as const;
  const answered = { ...list, answeredAt: LOOKED_AT };
  const chip = (stage: Stage) => ({
    verdict: 'valid',
    tone: 'valid',
    word: stage.t('verification_list.verdict_valid'),
    count: 1,
    href: '/employer/lists/v1?verdict=valid',
    current: true,
  });

  inEachLanguage('that waits says so, offers no file and says until when it is kept', (stage) => {
    const seen = listView(stage, page({ progress: progress(stage, 'running') }));
    expect(seen.words).toContain(stage.t('verification_list.waiting'));
    expect(seen.link(stage.t('verification_list.xlsx'))).toBeNull();
    expect(seen.button(stage.t('progress.stop'))).toBe('post /employer/lists/v1/stop');
    expect(seen.words).toContain(stage.t('verification_list.kept', { until: '2026-12-31' }));
    expect(seen.words).toContain(stage.t('verification_list.list_lead', { count: 1000, purpose: '招聘' }));
  });

  inEachLanguage('that is not started shows what was read, and can be started or discarded', (stage) => {
    const doubts = {
      incomplete: { count: 1, rows: [{ line: 3, number: '', name: '' }] },
      unusual: { count: 2, rows: [{ line: 7, number: '李雷', name: 'JN-1' }] },
    };
    const preview = {
      columns: { number: 'Certificate', name: 'Holder', notRead: { sheets: ['2025'], columns: ['旧编号'] }, doubts },
      rows: [
        { line: 2, number: 'JN-1', name: '李雷' },
        { line: 3, number: '', name: '' },
      ],
      notRead: true,
    };
    const seen = listView(stage, page({ progress: progress(stage, 'stopped'), preview }));
    expect(seen.words).toContain(
      stage.t('verification_list.check_columns_text', { count: 1000, number: 'Certificate', name: 'Holder' }),
    );
    expect(seen.textsOf('callout-title')).toEqual([
      stage.t('verification_list.not_read'),
      stage.t('verification_list.incomplete', { count: 1 }),
      stage.t('verification_list.unusual', { count: 2 }),
    ]);
    expect(seen.words).toContain(stage.t('verification_list.not_read_sheet', { name: '2025' }));
    expect(seen.words).toContain(stage.t('verification_list.not_read_column', { name: '旧编号' }));
    const blank = stage.t('verification_list.blank_cell');
    expect(seen.rows).toEqual([
      ['2', '李雷', 'JN-1'],
      ['3', blank, blank],
      ['3', blank, blank],
      ['7', 'JN-1', '李雷'],
    ]);
    expect(seen.button(stage.t('verification_list.start'))).toBe('post /employer/lists/v1/resumption');
    expect(seen.button(stage.t('verification_list.discard'))).toBe('post /employer/lists/v1/removal');
    expect(seen.words).not.toContain(stage.t('verification_list.waiting'));
    expect(seen.button(stage.t('progress.resume'))).toBeNull();
  });

  inEachLanguage('whose file was asked for too early says that it is not ready', (stage) => {
    expect(listView(stage, page({ notYet: true })).textsOf('callout-title')).toEqual([
      stage.t('verification_list.not_yet'),
    ]);
  });

  describe.each([null, '/employer/lists/v1/answer.jws'])('that is answered, with the signed answer at %s', (jws) => {
    inEachLanguage('offers its files, and counts each verdict', (stage) => {
      const { files } = page();
      const known = { list: answered, verdicts: [chip(stage)], rows: [line(stage, { checks })], count: 1 };
      const seen = listView(stage, page({ ...known, files: { ...files, jws } }));
      expect(seen.link(stage.t('verification_list.xlsx'))).toBe('/employer/lists/v1/result.xlsx');
      expect(seen.link(stage.t('verification_list.jws'))).toBe(jws);
      expect(seen.hidden('verdict')).toEqual(['valid']);
      expect(seen.textsOf('step-failed')).toEqual([
        `${stage.t('verification_list.step_notRevoked')}: ${stage.t('verification_list.outcome_failed')}`,
      ]);
      expect(seen.link(`${chip(stage).word} 1`) ?? seen.link(`${chip(stage).word}1`)).toBe(chip(stage).href);
    });
  });

  inEachLanguage('with a row of which no step could be taken shows no steps', (stage) => {
    const known = { list: answered, verdicts: [chip(stage)], rows: [line(stage, { verdict: 'notFound' })], count: 1 };
    const word = stage.t('verification_list.verdict_notFound');
    expect(listView(stage, page(known)).rows).toEqual([['1', '李雷', 'JN-1', expect.stringContaining(word), '–']]);
  });

  inEachLanguage('says when it was verified, and marks what has changed since', (stage) => {
    const rows = [line(stage, { now: 'revoked' }), line(stage, { now: 'valid' }), line(stage, { verdict: 'notFound' })];
    const seen = listView(stage, page({ list: answered, verdicts: [chip(stage)], rows, count: 3, changed: 1 }));
    const word = (verdict: string): string => stage.t(`verification_list.verdict_${verdict}`);
    expect(seen.words).toContain(stage.t('verification_list.answered', { at: LOOKED_AT }));
    expect(seen.textsOf('callout-title')).toEqual([stage.t('verification_list.changed', { count: 1 })]);
    expect(seen.link(stage.t('verification_list.again'))).toBe('/employer');
    const [now, then] = [
      stage.t('verification_list.now', { verdict: word('revoked') }),
      stage.t('verification_list.then', { at: LOOKED_AT, verdict: word('valid') }),
    ];
    expect(seen.rows.map((cells) => cells[3])).toEqual([`${now} ${then}`, word('valid'), word('notFound')]);
    expect(seen.textsOf('badge-revoked')).toEqual([now]);
  });

  inEachLanguage('of which nothing has changed offers no second check', (stage) => {
    const seen = listView(stage, page({ list: answered, verdicts: [chip(stage)], rows: [line(stage)], count: 1 }));
    expect(seen.textsOf('callout-title')).toEqual([]);
    expect(seen.link(stage.t('verification_list.again'))).toBeNull();
  });

  inEachLanguage('with a signed answer says of what moment it is', (stage) => {
    const { files } = page();
    const seen = listView(stage, page({ list: answered, files: { ...files, jws: '/employer/lists/v1/answer.jws' } }));
    expect(seen.words).toContain(stage.t('verification_list.jws_text', { at: LOOKED_AT }));
  });

  inEachLanguage('filtered without result leads to all rows', (stage) => {
    const known = { list: answered, verdicts: [chip(stage)], filtered: true, q: '无' };
    const seen = listView(stage, page(known));
    expect(seen.words).toContain(stage.t('list.nothing_found'));
    expect(seen.control('q')?.value).toBe('无');
    expect(seen.links(stage.t('list.clear'))).toEqual(['/employer/lists/v1', '/employer/lists/v1']);
  });

  inEachLanguage('that somebody altered shows no row and no result', (stage) => {
    const known = { list: answered, altered: true, verdicts: [chip(stage)], rows: [line(stage)] };
    const seen = listView(stage, page(known));
    expect(seen.words).toContain(stage.t('verification_list.altered_text'));
    expect(seen.rows).toEqual([]);
    expect(seen.hrefs.filter((href) => href.includes('result.'))).toEqual([]);
  });
});
