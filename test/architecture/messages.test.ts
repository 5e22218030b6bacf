import { MessageCatalog, type Messages } from '../../src/platform/index.js';
import { messages as sources } from '../../src/start/messages.js';
import { source, sourcesIn } from './sources.js';
import {
  bothLanguagesNameTheSameValues,
  chineseHasChineseMarks,
  chineseSaysTheWordsOfTheGlossary,
  codeUsesOnlyKnownMessages,
  everyMessageHasBothLanguages,
  nobodyIsShoutedAt,
  viewsHoldNoTextOfTheirOwn,
  viewsUseOnlyKnownMessages,
} from './message-rules.js';

const messages: Messages = Object.assign({}, ...sources) as Messages;
const views = sourcesIn('views', '.hbs');
const code = sourcesIn('src', '.ts');
const few: Messages = {
  'course.title': { zh: '课程', en: 'Course' },
  'refusal.full': { zh: '{code} 已满', en: '{code} is full' },
  'seat.left': { zh: '余 {count} 个', en: { one: 'One seat', other: '{count} seats' } },
};

describe('the messages of both languages', () => {
  it('define no key twice', () => {
    expect(() => new MessageCatalog(sources)).not.toThrow();
    expect(() => new MessageCatalog([few, { 'course.title': { zh: '课', en: 'Course' } }])).toThrow('course.title');
  });

  it('have every text in Chinese and in English', () => {
    expect(everyMessageHasBothLanguages(messages)).toEqual([]);
  });

  it.each<[string, Messages]>([
    ['an empty text', { 'a.b': { zh: '', en: 'Course' } }],
    ['an empty plural', { 'a.b': { zh: '课程', en: { one: '', other: 'Courses' } } }],
    ['Chinese left in English', { 'a.b': { zh: '课程', en: '课程 list' } }],
    ['English left in Chinese', { 'a.b': { zh: 'Courses', en: 'All courses' } }],
  ])('are reported with %s', (_, planted) => {
    expect(everyMessageHasBothLanguages(planted)).not.toEqual([]);
  });

  it('use the same values in both languages', () => {
    expect(bothLanguagesNameTheSameValues(messages)).toEqual([]);
    expect(bothLanguagesNameTheSameValues({ 'a.b': { zh: '{name} 你好', en: 'Hello' } })).toHaveLength(1);
  });

  it('have no exclamation marks', () => {
    expect(nobodyIsShoutedAt(messages)).toEqual([]);
    expect(nobodyIsShoutedAt({ 'a.b': { zh: '成功!', en: 'Done' }, 'a.c': { zh: '成功', en: 'Done!' } })).toHaveLength(
      2,
    );
  });

  it('address the reader as 你', () => {
    expect(chineseSaysTheWordsOfTheGlossary(messages)).toEqual([]);
    expect(chineseSaysTheWordsOfTheGlossary({ 'a.b': { zh: '您好', en: 'Hello' } })).toHaveLength(1);
  });

  it('use Chinese punctuation in Chinese', () => {
    expect(chineseHasChineseMarks(messages)).toEqual([]);
    expect(
      chineseHasChineseMarks({
        'a.b': { zh: '先登录,再报名', en: 'Sign in, then enrol' },
        'a.c': { zh: '见 https://a.example 页', en: 'See it' },
      }),
    ).toHaveLength(1);
  });

  it('write times and ratios with an ASCII colon', () => {
    expect(
      chineseHasChineseMarks({
        'a.b': { zh: '请写成 9:00，比例 3:1', en: 'Write 9:00, 3:1' },
        'a.c': { zh: '留空：18:00', en: 'Empty: 18:00' },
      }),
    ).toEqual([]);
    expect(
      chineseHasChineseMarks({
        'a.b': { zh: '请在 24：00 前下课', en: 'End by 24:00' },
        'a.c': { zh: '比例 3：1', en: '3:1' },
      }),
    ).toHaveLength(2);
  });
});

describe('views', () => {
  it('use only messages that exist, with all of their values', () => {
    expect(views.flatMap((view) => viewsUseOnlyKnownMessages(view, messages))).toEqual([]);
  });

  it.each([
    ['an unknown key', '{{t "course.tilte"}}'],
    ['an unknown key in a subexpression', '{{> fact label="course.title" value=(t "course.tilte")}}'],
    ['an unknown label', '{{> form/text field=form.x label="course.tilte"}}'],
    ['an unknown family of keys', '{{t (concat "cohort.state_" state)}}'],
    ['a missing value', '{{t "seat.left"}}'],
  ])('are reported with %s', (_, text) => {
    expect(viewsUseOnlyKnownMessages(source('views/x.hbs', text), few)).toHaveLength(1);
  });

  it('contain no text of their own', () => {
    expect(views.flatMap(viewsHoldNoTextOfTheirOwn)).toEqual([]);
  });

  it.each([
    ['English', '<p>Hello</p>'],
    ['Chinese between fields', '<p>{{a}}课程{{b}}</p>'],
    ['a placeholder', '<input placeholder="Name">'],
    ['a label for those who listen', '<nav aria-label="主导航"></nav>'],
    ['a heading given to a partial', '{{> list/empty-state heading="Nothing"}}'],
  ])('are reported with %s', (_, text) => {
    expect(viewsHoldNoTextOfTheirOwn(source('views/x.hbs', text))).toHaveLength(1);
  });

  it('may name a format', () => {
    expect(
      viewsHoldNoTextOfTheirOwn(
        source(
          'views/x.hbs',
          '<a class="quiet-link" href="/a">{{icon "download"}}CSV</a> · <p title="{{t "course.title"}}">{{x}}</p>',
        ),
      ),
    ).toEqual([]);
  });
});

describe('code', () => {
  it('uses only messages that exist, with all of their values', () => {
    expect(code.flatMap((one) => codeUsesOnlyKnownMessages(one, messages))).toEqual([]);
  });

  it.each([
    ['an unknown key', "translator.t('course.tilte')"],
    ['an unknown flash', "seeOther('/', flash('course.tilte'))"],
    ['an unknown refusal', "refuse('fulll', { code })"],
    ['a refusal without its value', "refuse('full')"],
    ['one unknown branch', "translator.t(many ? 'course.title' : 'course.none')"],
    ['an unknown family of keys', 'translator.t(`cohort.state_${state}`)'],
    ['an unknown fault of a form', "must('x', 'form.nonsense', check)"],
  ])('is reported with %s', (_, text) => {
    expect(codeUsesOnlyKnownMessages(source('src/courses/web/x.ts', text), few)).toHaveLength(1);
  });
});
