import { MessageCatalog, type Language } from '../../../../src/platform/i18n/index.js';
import { instantOf } from '../../../../src/platform/index.js';
import { Assets } from '../../../../src/platform/pages/assets.js';
import { Templates } from '../../../../src/platform/pages/templates.js';
import { readSelection } from '../../../../src/scheduling/sessions/web/grid/timetable-selection.js';
import { blockOf, type GridSession } from '../../../../src/scheduling/sessions/web/grid/timetable-blocks.js';
import { dayHeaders } from '../../../../src/scheduling/sessions/web/grid/timetable-days.js';
import { linesOf } from '../../../../src/scheduling/sessions/web/grid/timetable-rows.page.js';
import { type Mark, MARKS } from '../../../../src/scheduling/sessions/web/grid/timetable-marks.js';
import { monthOf } from '../../../../src/scheduling/sessions/web/grid/timetable-month.js';
import { type Frame, weekOf } from '../../../../src/scheduling/sessions/web/grid/timetable-week.js';
import { messages } from '../../../../src/start/messages.js';
import { LOOKED_AT } from '../../../support/views/rendered-view.js';
import { calendar, ruler, sessionInGrid } from './timetable-scene.js';

function scene(
  sessions: readonly GridSession[],
  { language = 'zh-CN', query = {} }: { language?: Language; query?: Record<string, string> } = {},
) {
  const messageCatalog = new MessageCatalog(messages);
  const translator = messageCatalog.in(language);
  const selection = readSelection({ week: '2026-03-09', ...query }, '2026-03-10');
  const days = dayHeaders(
    { translator, calendar, today: '2026-03-10', now: LOOKED_AT, hrefOf: (date) => `/day/${date}` },
    ruler,
  );
  const frame: Frame = { selection, days, sessions, options: { translator, now: LOOKED_AT } };
  const templates = new Templates(translator, new Assets());
  const render = (partial: string, model: object) =>
    templates
      .render(`scheduling/sessions/timetable/${partial}`, { selection, hours: [], days, ...model }, {})
      .replace(/\s+/g, ' ');
  return { frame, render };
}

describe('a session in the grid', () => {
  const cases: Record<Mark, GridSession> = {
    doubleBooked: sessionInGrid({}, { isDoubled: true }),
    unstaffed: sessionInGrid({ instructors: [], instructor: null }),
    unconfirmed: sessionInGrid({ cohortState: 'tentative' }),
    inProgress: sessionInGrid({ startsAt: instantOf('2026-03-10', '09:00'), endsAt: instantOf('2026-03-10', '12:00') }),
    unmarked: sessionInGrid({ startsAt: instantOf('2026-03-09', '09:00'), endsAt: instantOf('2026-03-09', '12:00') }),
    held: sessionInGrid({ state: 'held' }),
    cancelled: sessionInGrid({ state: 'cancelled' }),
  };

  test.each(MARKS)('that is %s says so by its look, a sign and words, in both languages', (mark) => {
    for (const language of ['zh-CN', 'en'] as const) {
      const { frame, render } = scene([cases[mark]], { language });
      const block = blockOf(frame.options, cases[mark]);
      const html = render('_block', block);
      expect(html).toContain(`block-${mark}`);
      expect(html).toMatch(/<span class="block-time"><svg/);
      expect(html).toContain(`<span class="block-why">${block.why}</span>`);
      expect(block.why).not.toBe('');
    }
  });

  it('that is settled stands plainly at its hours, and can be moved; one that has begun leads to its register', () => {
    const { frame, render } = scene([]);
    const settled = render('_block', blockOf(frame.options, sessionInGrid()));
    expect(settled).toContain('block-planned at-0900 for-180');
    expect(settled).toContain('href="/office/sessions/s1/move"');
    expect(settled).toContain('data-session="s1"');
    expect(settled).not.toContain('block-why');
    for (const fixed of [cases.inProgress, cases.held, cases.cancelled, sessionInGrid({ cohortState: 'cancelled' })])
      expect(render('_block', blockOf(frame.options, fixed))).not.toContain('data-session');
    expect(render('_block', blockOf(frame.options, cases.inProgress))).toContain('href="/sessions/s1/register"');
  });
});

describe('a week', () => {
  it('marks today and now, names a holiday and a make-up workday with the day it follows, and greys what is past', () => {
    const { frame, render } = scene([sessionInGrid()], { language: 'en' });
    const html = render('_week', { week: weekOf(frame) });
    expect(html).toMatch(/week-day is-today" id="day-2026-03-10"/);
    expect(html).toMatch(/<b class="now-clock at-1015 plus-1">10:20</);
    expect(html).toMatch(/week-day is-shut" id="day-2026-03-12"[\s\S]*?Holiday \(Equinox\)/);
    expect(html).toMatch(/id="day-2026-03-14"[\s\S]*?Make-up workday \(Equinox\) · [^<]*Thu/);
    expect(html).toMatch(/week-day is-past" id="day-2026-03-09"/);
  });

  it('puts sessions of the same hours into one slot, others beside it', () => {
    const { frame } = scene([
      sessionInGrid({ id: 'a' }),
      sessionInGrid({ id: 'b', cohortId: 'c2' }),
      sessionInGrid({ id: 'c', startsAt: instantOf('2026-03-11', '10:00'), endsAt: instantOf('2026-03-11', '11:00') }),
    ]);
    const [, , wednesday] = weekOf(frame);
    expect(wednesday!.slots.map(({ blocks, lane, of, room }) => [blocks.map(({ id }) => id), lane, of, room])).toEqual([
      [['a', 'b'], 1, 2, 'roomy'],
      [['c'], 2, 2, expect.any(String)],
    ]);
  });

  it('counts those for whom a slot has no line, and still lists them', () => {
    const { frame, render } = scene(
      Array.from({ length: 12 }, (_, at) => sessionInGrid({ id: `s${at}`, cohortId: `c${at}` })),
    );
    const [, , wednesday] = weekOf(frame);
    const [slot] = wednesday!.slots;
    expect([slot!.more + slot!.blocks.filter(({ over }) => !over).length, slot!.blocks.length]).toEqual([12, 12]);
    const html = render('_week', { week: weekOf(frame) });
    expect(html).toContain(`另有 ${slot!.more} 次`);
    expect(html.match(/data-session=/g)).toHaveLength(12);
  });

  it('without sessions says so for each day', () => {
    const { frame, render } = scene([]);
    expect(render('_week', { week: weekOf(frame) }).match(/没有课/g)).toHaveLength(7);
  });
});

describe('a timeline', () => {
  const room = (
    id: string,
    hours: readonly { weekday: 1 | 2 | 3; fromMinute: number; untilMinute: number }[] = [],
  ) => ({ id, name: `教室 ${id}`, sub: null, availability: { hours, away: [] } });

  it('has what nobody holds first, a line for each room even where it is free, and each session in its own', () => {
    const { frame, render } = scene(
      [sessionInGrid({ id: 'a' }), sessionInGrid({ id: 'b', roomId: null, room: null })],
      {
        query: { view: 'timeline' },
      },
    );
    const lines = linesOf(frame, [room('r1'), room('r2')]);
    expect(
      lines.map(({ id, hours, cells }) => [id, hours, cells.flatMap(({ blocks }) => blocks.map((block) => block.id))]),
    ).toEqual([
      ['', '3 小时', ['b']],
      ['r1', '3 小时', ['a']],
      ['r2', '0 小时', []],
    ]);
    const html = render('_lines', { holders: lines });
    expect(html).toMatch(/<tr class="lines-unassigned" data-holder="" data-name="未定教室">/);
    expect(html).toContain('未定教室');
  });

  it('hatches the hours in which a room cannot be booked', () => {
    const { frame } = scene([], { query: { view: 'timeline' } });
    const [line] = linesOf(frame, [
      room('r1', [
        { weekday: 1, fromMinute: 540, untilMinute: 720 },
        { weekday: 1, fromMinute: 780, untilMinute: 1320 },
      ]),
    ]);
    expect(line!.cells[0]!.away.map(({ at, long }) => [at, long])).toEqual([
      ['0700', 120],
      ['1200', 60],
    ]);
    expect(line!.cells[1]!.away.map(({ at, long }) => [at, long])).toEqual([['0700', 900]]);
  });

  it('by instructors has a session in the line of each who teaches it', () => {
    const two = [
      { id: 'i1', role: 'lead' as const },
      { id: 'i2', role: 'assistant' as const },
    ].map((one) => ({
      ...one,
      name: { zh: one.id, en: one.id },
      answer: 'confirmed' as const,
      accountId: null,
      said: null,
    }));
    const { frame } = scene([sessionInGrid({ instructors: two })], { query: { view: 'timeline', by: 'instructor' } });
    const lines = linesOf(frame, [room('i1'), room('i2')]);
    expect(
      lines.map(({ cells }) => cells.flatMap(({ blocks }) => blocks.map(({ instructorId }) => instructorId))),
    ).toEqual([['i1'], ['i2']]);
  });
});

it('a month shows three of a day and counts the rest, but never "one more"', () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => sessionInGrid({ id: `s${at}` }));
  for (const [count, shown, more] of [
    [3, 3, 0],
    [4, 4, 0],
    [5, 3, 2],
  ] as const) {
    const { frame, render } = scene(many(count), { query: { view: 'month' } });
    const weeks = monthOf(frame);
    expect([weeks[0]![2]!.blocks.length, weeks[0]![2]!.more]).toEqual([shown, more]);
    expect(render('_month', { weeks }).includes('另有')).toBe(more > 0);
  }
});
