import sql from 'sql-template-tag';
import { MoveSession } from '../../../src/scheduling/index.js';
import { aCohort, aSlot, done } from '../../builders/cohorts.js';
import { type BuiltTrainee, someTrainees } from '../../builders/trainees.js';
import { TEST_START, TestAcademy } from '../../support/app.js';
import { person } from '../../support/people.js';
import { wordsOf } from '../../support/web-client.js';
import { restorationSteps } from './restoration-steps.js';

describe('a restored cohort whose people or rooms are taken', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  beforeEach(() => academy.clock.moveTo(TEST_START));
  afterAll(() => academy.close());

  const { reads, stateOf, places, sessions, emails, enrol, office, cancel, later, sibling } = restorationSteps(
    () => academy,
  );

  test('leaves out people who took a seat in another cohort of the course, by name, and offers the seat to the next on the waitlist', async () => {
    const cohort = await aCohort(academy, { capacity: 1 });
    const [gone, next] = (await someTrainees(academy, 2)) as [BuiltTrainee, BuiltTrainee];
    await enrol(cohort, gone, next);
    const other = await sibling(cohort);
    await cancel(cohort);
    later(1);
    await enrol(other, gone);
    later(1);
    const browser = await office();
    const shown = wordsOf((await browser.get(`/office/cohorts/${cohort.code}/restoration`)).text);
    expect(shown).toMatch(new RegExp(`1 人不恢复 ${gone.name} 已在 ${other.code} 占有名额`));
    await browser.submit(`/office/cohorts/${cohort.code}/restoration`);
    expect((await places(cohort.id)).map(({ state }) => state)).toEqual(['withdrawn', 'offered']);
    expect(await emails(gone)).toEqual([]);
    expect(await emails(next)).toEqual([expect.stringContaining('有名额了')]);
  });

  test('names people who have another course at the same time, and leaves the decision to the office', async () => {
    const cohort = await aCohort(academy);
    const [busy, free] = (await someTrainees(academy, 2)) as [BuiltTrainee, BuiltTrainee];
    await enrol(cohort, busy, free);
    await cancel(cohort);
    later(1);
    const rival = await aCohort(academy, { on: cohort.day });
    await enrol(rival, busy);
    const shown = wordsOf((await (await office()).get(`/office/cohorts/${cohort.code}/restoration`)).text);
    expect(shown).toContain(`${busy.name}：恢复报名，但与 ${rival.code} 上课时间冲突`);
    expect(shown).toContain(`${free.name}：已确认`);
    await (await office()).submit(`/office/cohorts/${cohort.code}/restoration`);
    expect((await places(cohort.id)).map(({ state }) => state)).toEqual(['confirmed', 'confirmed']);
  });

  test('does not get back a session whose room is taken, and shows by which session', async () => {
    const cohort = await aCohort(academy);
    const coordinator = await person(academy, 'coordinator');
    await cancel(cohort);
    later(1);
    const rival = await aCohort(academy, { on: cohort.day });
    const [session] = await reads().query<{ id: string }>(
      sql`SELECT id AS "id" FROM session WHERE cohort_id = ${rival.id}`,
    );
    done(
      await academy.app.get(MoveSession).execute(coordinator, session!.id, {
        slot: aSlot(cohort.day, ['09:00', '17:00'], { roomId: cohort.roomId, instructorId: rival.instructorId }),
        seenSequence: null,
      }),
    );
    const browser = await office();
    const shown = wordsOf((await browser.get(`/office/cohorts/${cohort.code}/restoration`)).text);
    expect(shown).toContain('1 次课不能恢复，需要重新安排');
    expect(shown).toContain(rival.code);
    const after = await browser.submit(`/office/cohorts/${cohort.code}/restoration`);
    expect(wordsOf(after.text)).toContain('0 人、0 次课；另有 1 项未能恢复');
    expect((await stateOf(cohort.code)).state).toBe('tentative');
    expect(await sessions(cohort.id)).toEqual(['cancelled']);
  });
});
