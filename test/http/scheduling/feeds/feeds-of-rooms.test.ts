import sql from 'sql-template-tag';
import { ReadDatabase } from '../../../../src/platform/index.js';
import { Room } from '../../../../src/scheduling/index.js';
import { aCohort } from '../../../builders/cohorts.js';
import { TestAcademy } from '../../../support/app.js';
import { eventsOf } from '../../../support/calendar-bytes.js';
import { signedIn } from '../../../support/people.js';
import { type WebClient, wordsOf } from '../../../support/web-client.js';

describe('calendar addresses of rooms and instructors', () => {
  let academy: TestAcademy;
  let office: WebClient;
  beforeAll(async () => {
    academy = await TestAcademy.open();
    office = await signedIn(academy, 'coordinator');
  });
  afterAll(() => academy.close());

  const addressOn = (html: string): string =>
    new URL(/http:\/\/academy\.example\/calendar\/[\w-]+\.ics/.exec(html)![0]).pathname;
  const roomOf = (cohort: { roomId: string }) =>
    academy.app
      .get(ReadDatabase)
      .first<{ code: string }>(sql`SELECT code AS "code" FROM room WHERE id = ${cohort.roomId}`)
      .then((room) => room!.code);

  test('are created, replaced and revoked by a coordinator without permission to change the room', async () => {
    const code = await roomOf(await aCohort(academy));
    const at = `/office/feeds/room/${code}`;
    expect((await office.get(`/office/rooms/${code}/edit`)).status).toBe(403);
    expect(wordsOf((await office.get(at)).text)).toContain('生成地址');
    const first = addressOn((await office.submit(at)).text);
    expect(addressOn((await office.get(at)).text)).toBe(first);
    expect(eventsOf((await academy.client(null).get(first)).text).map(({ LOCATION }) => LOCATION)).toEqual([
      expect.stringContaining('号教室'),
    ]);
    const second = addressOn((await office.submit(at)).text);
    expect((await academy.client().get(first)).status).toBe(404);
    expect((await academy.client().get(second)).status).toBe(200);
    await office.submit(`${at}/revocation`, {}, at);
    expect((await academy.client().get(second)).status).toBe(404);
    expect((await office.get(at)).text).not.toContain('.ics');
  });

  test('are shown on the page of the room or instructor, with permission', async () => {
    const cohort = await aCohort(academy);
    const administrator = await signedIn(academy, 'administrator');
    for (const [page, at] of [
      [`/office/rooms/${await roomOf(cohort)}`, `/office/feeds/room/${await roomOf(cohort)}`],
      [`/office/instructors/${cohort.instructorId}`, `/office/feeds/instructor/${cohort.instructorId}`],
    ] as const) {
      expect((await administrator.get(page)).text).toContain(`action="${at}"`);
      const address = addressOn((await administrator.submit(at, {}, page)).text);
      expect(addressOn((await administrator.get(page)).text)).toBe(address);
      expect(eventsOf((await academy.client().get(address)).text)).toHaveLength(1);
    }
  });

  test('are listed and can be searched', async () => {
    const [one, other] = [await roomOf(await aCohort(academy)), await roomOf(await aCohort(academy))];
    await office.submit(`/office/feeds/room/${one}`);
    const line = (html: string, code: string) =>
      html
        .split('<tr>')
        .map(wordsOf)
        .find((row) => row.includes(code));
    const list = (await office.get('/office/feeds')).text;
    expect(list).toMatch(/href="\/office\/timetable"[^>]*aria-current="page"/);
    expect(line(list, one)).toMatch(/生成 查看/);
    expect(line(list, other)).toContain('还没有');
    const searched = wordsOf((await office.get(`/office/feeds?of=room&q=${other.toLowerCase()}`)).text);
    expect(searched).toContain(other);
    expect(searched).not.toContain(`${one} `);
    expect(wordsOf((await office.get('/office/feeds?of=instructor')).text)).toContain('讲师');
    expect(wordsOf((await office.get('/office/feeds?of=instructor&q=%25')).text)).toContain('没有符合条件的结果');
    expect((await office.get('/office/timetable')).text).toContain('href="/office/feeds"');
  });

  test('of a closed room stay listed while they work', async () => {
    const code = await roomOf(await aCohort(academy));
    const at = `/office/feeds/room/${code}`;
    await office.submit(at);
    await academy.write(async (tx) => {
      tx.withoutAudit('closed behind everybody’s back');
      await tx.of(Room).update({ code }, { closedAt: tx.now });
    });
    expect((await office.get('/office/feeds')).text).toContain(at);
    await office.submit(`${at}/revocation`, {}, at);
    expect((await office.get('/office/feeds')).text).not.toContain(at);
  });

  test('exist for no other kind of owner and no unknown owner', async () => {
    const cohort = await aCohort(academy);
    for (const path of [
      '/office/feeds/room/NONE',
      '/office/feeds/instructor/01890000-0000-7000-8000-000000000000',
      `/office/feeds/cohort/${cohort.code}`,
      `/office/feeds/trainee/${cohort.id}`,
    ]) {
      expect((await office.get(path)).status).toBe(404);
      expect((await office.post(path, {}, '/office/feeds')).status).toBe(404);
    }
  });
});
