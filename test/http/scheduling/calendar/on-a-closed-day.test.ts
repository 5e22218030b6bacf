import sql from 'sql-template-tag';
import { clockOf, dayOf, ReadDatabase } from '../../../../src/platform/index.js';
import { DeclareClosure, PlaceSession, type SessionRow, sessionsOfCohort } from '../../../../src/scheduling/index.js';
import { aCohort, aSlot, type BuiltCohort, done } from '../../../builders/cohorts.js';
import { TestAcademy } from '../../../support/app.js';
import { person, signedIn } from '../../../support/people.js';
import { type WebClient, wordsOf } from '../../../support/web-client.js';

describe('a session on a holiday or closure', () => {
  let academy: TestAcademy;
  let office: WebClient;
  beforeEach(async () => {
    academy = await TestAcademy.open();
    office = await signedIn(academy, 'administrator');
  });
  afterEach(() => academy.close());

  const reads = <Row>(query: Parameters<ReadDatabase['query']>[0]) => academy.app.get(ReadDatabase).query<Row>(query);
  const firstOf = async ({ id }: BuiltCohort): Promise<SessionRow> => (await sessionsOfCohort(reads, id))[0]!;
  const closed = async (day: string) =>
    academy.app.get(DeclareClosure).execute(await person(academy, 'administrator'), {
      from: day,
      until: day,
      nameZh: '运动会',
      nameEn: 'Sports day',
    });
  const fieldsOf = (session: SessionRow, more: Record<string, string> = {}) => ({
    date: dayOf(session.startsAt),
    startTime: clockOf(session.startsAt),
    endTime: clockOf(session.endsAt),
    roomId: session.roomId ?? '',
    instructorId: session.instructors[0]?.id ?? '',
    sequence: String(session.sequence),
    ...more,
  });
  const year = async () => wordsOf((await office.get('/office/calendar?year=2026')).text);
  const repair = async () => wordsOf((await office.get('/office/repairs/new')).text);
  const clashes = async () => wordsOf((await office.get('/office/clashes')).text);

  test('is scheduled there only if confirmed, and then not listed as affected', async () => {
    const cohort = await aCohort(academy, { on: '2026-06-02' });
    await closed('2026-06-09');
    const page = `/office/cohorts/${cohort.code}/sessions`;
    const wanted = {
      date: '2026-06-09',
      startTime: '09:00',
      endTime: '12:00',
      roomId: cohort.roomId,
      instructorId: cohort.instructorId,
    };
    const refused = await office.post(`${page}/single`, wanted, `${page}/new`);
    expect(refused.status).toBe(422);
    expect(wordsOf(refused.text)).toMatch(/6月9日 周二是运动会，不上课。.*落在停课日（运动会） 就排在这一天/);
    const placed = await office.submit(`${page}/single`, { ...wanted, meansClosedDay: '1' }, `${page}/new`);
    expect(wordsOf(placed.text)).toContain('特意排在这一天（运动会）');
    expect(await year()).toMatch(/有 1 次课特意排在放假或停课日/);
    expect(await year()).not.toContain('次课落在放假或停课日');
    expect(await repair()).toContain('今后没有受影响的课');
    expect(await clashes()).not.toContain('运动会');
  });

  test('affected by a closure stays so when only its room changes, until somebody confirms the day', async () => {
    const cohort = await aCohort(academy, { on: '2026-06-16' });
    await closed('2026-06-16');
    const session = await firstOf(cohort);
    const page = `/office/sessions/${session.id}/move`;
    expect(wordsOf((await office.get(page)).text)).toContain('就排在这一天');
    await office.submit(page, fieldsOf(session, { roomId: '' }));
    expect(await year()).toContain('有 1 次课落在放假或停课日');
    const emails = await reads(sql`SELECT id AS "id" FROM bulletin_change WHERE session_id = ${session.id}`);
    await office.submit(page, fieldsOf(await firstOf(cohort), { meansClosedDay: '1' }));
    expect(await firstOf(cohort)).toMatchObject({ meantDay: '2026-06-16', roomId: null });
    expect(await year()).not.toContain('次课落在放假或停课日');
    expect(await reads(sql`SELECT id AS "id" FROM bulletin_change WHERE session_id = ${session.id}`)).toHaveLength(
      emails.length,
    );
    const [line] = await reads<{ detail: string }>(
      sql`SELECT detail AS "detail" FROM audit_entry WHERE act = 'session.moved' ORDER BY id DESC`,
    );
    expect(line!.detail).toContain('"meantDay":"2026-06-16"');
  });

  test('loses the confirmation when it leaves the day, and is affected by another closed day', async () => {
    const cohort = await aCohort(academy, { on: '2026-06-02' });
    await closed('2026-06-09');
    const placed = done(
      await academy.app.get(PlaceSession).execute(await person(academy, 'coordinator'), {
        cohortCode: cohort.code,
        slot: aSlot('2026-06-09', ['09:00', '12:00'], cohort),
        meansClosedDay: true,
      }),
    );
    const session = async () =>
      (await sessionsOfCohort(reads, cohort.id)).find(({ id }) => id === placed.sessionIds[0])!;
    expect((await session()).meantDay).toBe('2026-06-09');
    await office.submit(
      `/office/sessions/${placed.sessionIds[0]}/move`,
      fieldsOf(await session(), { date: '2026-06-10' }),
    );
    expect((await session()).meantDay).toBeNull();
    await closed('2026-06-10');
    expect(await year()).toContain('有 1 次课落在放假或停课日');
  });

  test('cannot be dropped there by dragging: the form asks for a confirmation', async () => {
    const cohort = await aCohort(academy, { on: '2026-06-02' });
    await closed('2026-06-09');
    const session = await firstOf(cohort);
    const asked = new URLSearchParams({
      date: '2026-06-09',
      startTime: '09:00',
      endTime: '17:00',
      roomId: cohort.roomId,
      sequence: String(session.sequence),
    });
    const answer = JSON.parse((await office.get(`/office/sessions/${session.id}/check?${asked.toString()}`)).text) as {
      free: boolean;
      reasons: string[];
      form: string;
    };
    expect(answer).toMatchObject({ free: false, reasons: [expect.stringContaining('不上课')] });
    expect(wordsOf((await office.get(answer.form)).text)).toContain('就排在这一天');
  });
});
