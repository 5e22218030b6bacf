import { type FieldView, platformMessages } from '../../../src/platform/index.js';
import { MessageCatalog } from '../../../src/platform/i18n/index.js';
import { Assets } from '../../../src/platform/pages/assets.js';
import { Templates } from '../../../src/platform/pages/templates.js';

const PAGE = {
  academyName: '济南信息技术学院',
  academyNameOther: 'Jinan IT Academy',
  hasLogo: false,
  nav: [],
  language: 'zh-CN',
  otherLanguage: 'en',
  path: '/courses?q=a&page=2',
  viewer: null,
  notice: null,
  csrf: 'token',
};
const templates = new Templates(new MessageCatalog([platformMessages]).in('zh-CN'), new Assets());
const render = (partial: string, model: object, page: object = PAGE): string => templates.render(partial, model, page);

function field(given: Partial<FieldView> = {}): FieldView {
  return { name: 'title', id: 'field-title', value: '', checked: false, error: null, options: [], ...given };
}

describe('a form field', () => {
  test.each(['text', 'long-text', 'email', 'password', 'code', 'whole', 'day', 'time', 'choice', 'file'])(
    '%s is labelled, and tied to its hint and its error',
    (kind) => {
      const html = render(`partials/form/${kind}`, {
        field: field({ error: '请填写这一项。' }),
        label: 'layout.courses',
        hint: 'list.nothing_found_text',
      });
      expect(html).toContain('<label class="field-label" for="field-title">');
      expect(html).toMatch(/id="field-title"[^>]*aria-describedby="field-title-hint field-title-error"/);
      expect(html).toContain('aria-invalid="true"');
      expect(html).toContain('id="field-title-hint"');
      expect(html).toContain('id="field-title-error"');
    },
  );

  test('that is good says nothing of errors, and prints what was typed as text', () => {
    const html = render('partials/form/text', {
      field: field({ value: '"><script>' }),
      label: 'layout.courses',
      optional: true,
    });
    expect(html).not.toMatch(/aria-invalid|aria-describedby|aria-required|<script>/);
    expect(html).toContain('value="&quot;&gt;&lt;script&gt;"');
  });

  test('a password is never sent back', () => {
    expect(
      render('partials/form/password', { field: field({ value: 'Springs' }), label: 'layout.courses' }),
    ).not.toContain('Springs');
  });

  test.each([
    ['radios', 'radio'],
    ['choices', 'checkbox'],
  ])('%s are one group with a legend, each choice with a label of its own', (kind, type) => {
    const options = [
      { id: 'title-0', value: 'a', label: '甲', selected: false },
      { id: 'title-1', value: 'b', label: '乙', selected: true },
    ];
    const html = render(`partials/form/${kind}`, { field: field({ options }), label: 'layout.courses' });
    expect(html).toContain('<legend');
    expect(html).toContain(`<input type="${type}" id="title-1" name="title" value="b" checked>`);
    expect(html).toContain('for="title-0"');
  });
});

test('the summary of problems links to each field, and is not there without problems', () => {
  expect(render('partials/form/summary', { form: { summary: [] } }).trim()).toBe('');
  const html = render('partials/form/summary', {
    form: {
      summary: [
        { text: '请填写这一项。', href: '#field-title' },
        { text: '已满员。', href: null },
      ],
    },
  });
  expect(html).toContain('有 2 处需要修改');
  expect(html).toContain('<a href="#field-title">');
  expect(html).toContain('role="alert"');
});

describe('layouts', () => {
  const error = { status: 404, kind: 'not_found', reference: null };

  test('begin with a way past the navigation, and lead to the same page in the other language', () => {
    const html = render('errors/error', error);
    expect(html).toMatch(/^<!doctype html>\s*<html lang="zh-CN">/);
    expect(html.indexOf('href="#main"')).toBeLessThan(html.indexOf('<header'));
    expect(html).toContain('href="/language/en?back=%2Fcourses%3Fq%3Da%26page%3D2"');
  });

  test('show visitors the way in, and those who are in the way out', () => {
    expect(render('errors/error', error)).toContain('href="/sign-in"');
    const trainee = render('errors/error', error, {
      ...PAGE,
      viewer: { name: '陈晨', email: 'c@example.com', roles: ['trainee'] },
    });
    expect(trainee).toContain('action="/sign-out"');
    expect(trainee).toContain('class="bottom-bar"');
    expect(trainee).not.toContain('href="/sign-in"');
  });

  test('carry neither inline style nor inline script', () => {
    expect(render('errors/error', error)).not.toMatch(/\sstyle=|<style|<script(?![^>]*src=)|\son\w+=/);
  });

  test.each([
    'bad_request',
    'forbidden',
    'not_found',
    'too_large',
    'too_many',
    'unavailable',
    'records_contradict',
    'stale_form',
    'unexpected',
  ])('a fault of kind %s has its own words and a next step', (kind) => {
    const html = render('errors/error', { status: 500, kind, reference: 'ab12' });
    expect(html).toContain('<code>ab12</code>');
    expect(html).toMatch(/<a class="button" href="\//);
  });
});

test('a page of many names itself and the others', () => {
  const pages = {
    page: 2,
    last: 3,
    previous: '/x',
    next: '/x?page=3',
    links: [1, 2, 3].map((page) => ({ page, href: `/x?page=${page}`, current: page === 2, gap: false })),
  };
  const html = render('partials/list/pagination', { pages });
  expect(html).toContain('<span class="pages-now" aria-current="page">2</span>');
  expect(html).toContain('aria-label="第 3 页"');
  expect(render('partials/list/pagination', { pages: { ...pages, last: 1 } }).trim()).toBe('');
});
