import type { Locator, Page } from 'playwright-core';
import { clockOf, dayOf, ReadDatabase } from '../../src/platform/index.js';
import { PlaceSession, sessionById } from '../../src/scheduling/index.js';
import { BeginSession } from '../../src/accounts/index.js';
import { aCohort, aSlot, type BuiltCohort, done } from '../builders/cohorts.js';
import { TestAcademy } from '../support/app.js';
import { Chromium, DESK, JOURNEY_LIMIT_MS, PHONE, type Window } from '../support/browser.js';
import { person } from '../support/people.js';

/* The story stands on Monday 2 March 2026, 9:00. Everything is moved in that week. */
const [WEDNESDAY, THURSDAY, FRIDAY] = ['2026-03-04', '2026-03-05', '2026-03-06'];

describe('the timetable by hand', () => {
  let academy: TestAcademy;
  let chromium: Chromium;
  let cohort: BuiltCohort;
  beforeAll(async () => {
    academy = await TestAcademy.open();
    chromium = await Chromium.open(await academy.listen());
    cohort = await aCohort(academy, { on: WEDNESDAY });
  });
  afterAll(async () => {
    await chromium.close();
    await academy.close();
  });

  /** One more session of the cohort, from 9:00 to 11:00. */
  async function aSession(day: string, from = '09:00', until = '11:00'): Promise<string> {
    const { sessionIds } = done(
      await academy.app.get(PlaceSession).execute(await person(academy, 'coordinator'), {
        cohortCode: cohort.code,
        slot: aSlot(day, [from, until], cohort),
      }),
    );
    return sessionIds[0]!;
  }

  async function standsAt(id: string): Promise<string> {
    const reads = academy.app.get(ReadDatabase);
    const row = (await sessionById(reads.query, id))!;
    return `${dayOf(row.startsAt)} ${clockOf(row.startsAt)}–${clockOf(row.endsAt)} ${row.roomId === cohort.roomId ? '' : 'elsewhere'}`.trim();
  }

  async function office(options: Partial<Parameters<Chromium['window']>[0]> = {}): Promise<Window> {
    const window = await chromium.window({ language: 'zh-CN', size: DESK, ...options });
    await window.signInAs(await academy.app.get(BeginSession).execute(await person(academy, 'coordinator'), 'a test'));
    return window;
  }

  /** Where a minute of a day is on the screen. */
  async function pointAt(cell: Locator, clock: string, across = false): Promise<{ x: number; y: number }> {
    const box = (await cell.boundingBox())!;
    const share = (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)) - 420) / 900;
    return across
      ? { x: box.x + box.width * share, y: box.y + box.height / 2 }
      : { x: box.x + box.width / 2, y: box.y + box.height * share };
  }

  async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 8, from.y + 8);
    await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
    await page.mouse.move(to.x, to.y, { steps: 4 });
  }

  async function dropped(page: Page, act: () => Promise<void>): Promise<void> {
    await Promise.all([page.waitForURL(/undo=/), act()]);
  }

  const day = (page: Page, date: string) => page.locator(`[data-day="${date}"]`).first();

  it(
    'a session is dragged to another day and hour, the page says that it is free, and takes it back',
    async () => {
      const id = await aSession(THURSDAY);
      const window = await office();
      await window.visit('/office/timetable');
      const { page } = window;
      await page.locator(`[data-session="${id}"]`).scrollIntoViewIfNeeded();
      await drag(page, await pointAt(day(page, THURSDAY), '09:30'), await pointAt(day(page, FRIDAY), '10:30'));
      await page.locator('[data-tip]', { hasText: '10:00–12:00' }).waitFor();
      await page.locator('.ghost.is-free').waitFor();
      await dropped(page, () => page.mouse.up());
      expect(await standsAt(id)).toBe(`${FRIDAY} 10:00–12:00`);
      expect(await window.mainText()).toContain('已移到 3月6日 周五 10:00–12:00');
      await window.press('.undo button');
      expect(await standsAt(id)).toBe(`${THURSDAY} 09:00–11:00`);
      await window.close();
    },
    JOURNEY_LIMIT_MS,
  );

  it(
    'its end is dragged, in quarters of an hour',
    async () => {
      const id = await aSession(THURSDAY, '16:00', '17:00');
      const window = await office();
      await window.visit(`/office/timetable?day=${THURSDAY}`);
      const { page } = window;
      await page.locator(`[data-session="${id}"]`).scrollIntoViewIfNeeded();
      const grip = (await page.locator(`[data-session="${id}"] .grip`).boundingBox())!;
      const end = await pointAt(day(page, THURSDAY), '18:20');
      await drag(page, { x: grip.x + 20, y: grip.y + grip.height / 2 }, { x: grip.x + 20, y: end.y });
      await dropped(page, () => page.mouse.up());
      expect(await standsAt(id)).toBe(`${THURSDAY} 16:00–18:15`);
      await window.close();
    },
    JOURNEY_LIMIT_MS,
  );

  it(
    'dropped where it may not stand it is told what holds the place and what would cure it, and goes back',
    async () => {
      const id = await aSession(FRIDAY, '19:00', '20:00');
      const window = await office();
      await window.visit('/office/timetable?view=week');
      const { page } = window;
      await page.locator(`[data-session="${id}"]`).scrollIntoViewIfNeeded();
      await drag(page, await pointAt(day(page, FRIDAY), '19:30'), await pointAt(day(page, WEDNESDAY), '16:30'));
      await page.locator('.ghost.is-taken').waitFor();
      await page.mouse.up();
      await page.locator('dialog[open]', { hasText: `${cohort.code} 第 1 次课` }).waitFor();
      await window.waitForCount('dialog .drop-suggestions a', 3);
      await page.locator('[data-drop-back]').click();
      await window.waitForCount('.ghost', 0);
      expect(await standsAt(id)).toBe(`${FRIDAY} 19:00–20:00`);
      await window.close();
    },
    JOURNEY_LIMIT_MS,
  );

  it(
    'in the timeline it is dragged to another room',
    async () => {
      const id = await aSession(FRIDAY, '08:00', '08:45');
      const other = await aCohort(academy, { on: '2026-04-08' });
      const window = await office();
      await window.visit(`/office/timetable?view=timeline&day=${FRIDAY}`);
      const { page } = window;
      const line = (room: string) => page.locator(`tr[data-holder="${room}"] [data-day="${FRIDAY}"]`);
      await drag(
        page,
        await pointAt(line(cohort.roomId), '08:15', true),
        await pointAt(line(other.roomId), '08:15', true),
      );
      await dropped(page, () => page.mouse.up());
      expect(await standsAt(id)).toBe(`${FRIDAY} 08:00–08:45 elsewhere`);
      await window.close();
    },
    JOURNEY_LIMIT_MS,
  );

  it(
    'by keys alone it is stepped to another hour and day, announced, and confirmed or put back',
    async () => {
      const id = await aSession(THURSDAY, '12:00', '13:00');
      const window = await office({ language: 'en' });
      await window.visit('/office/timetable');
      const { page } = window;
      const block = page.locator(`[data-session="${id}"]`);
      await block.focus();
      for (const key of ['ArrowDown', 'ArrowRight', 'Escape']) await page.keyboard.press(key);
      await window.waitForCount('.ghost', 0);
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'Shift+ArrowDown']) await page.keyboard.press(key);
      await page.locator('[data-say]', { hasText: '12:30–13:45 Free Enter to confirm' }).waitFor({ state: 'attached' });
      await dropped(page, () => page.keyboard.press('Enter'));
      expect(await standsAt(id)).toBe(`${FRIDAY} 12:30–13:45`);
      await window.close();
    },
    JOURNEY_LIMIT_MS,
  );

  it(
    'without scripts the same move is a link and a form',
    async () => {
      const id = await aSession(THURSDAY, '20:00', '21:00');
      const window = await office({ javaScript: false });
      await window.visit('/office/timetable');
      await window.press(`a[data-session="${id}"]`);
      expect(window.path).toBe(`/office/sessions/${id}/move`);
      await window.fill({ date: FRIDAY, startTime: '20:15', endTime: '21:15' });
      await window.send(`/office/sessions/${id}/move`);
      expect(await standsAt(id)).toBe(`${FRIDAY} 20:15–21:15`);
      await window.close();
    },
    JOURNEY_LIMIT_MS,
  );

  it.each([
    ['zh-CN', DESK],
    ['en', PHONE],
  ] as const)(
    'every view is sound in %s',
    async (language, size) => {
      const window = await office({ language, size });
      const views = [
        '',
        '?view=timeline',
        '?view=timeline&by=instructor',
        '?view=month',
        '/use',
        `/door?room=${cohort.roomId}`,
        `/instructor?instructor=${cohort.instructorId}`,
        `?day=${WEDNESDAY}`,
        '?week=2026-02-16',
        '?week=2027-05-03',
        '?q=nobody',
      ];
      for (const view of views) await window.visit(`/office/timetable${view}`);
      expect(chromium.problems).toEqual([]);
      await window.close();
    },
    JOURNEY_LIMIT_MS,
  );
});
