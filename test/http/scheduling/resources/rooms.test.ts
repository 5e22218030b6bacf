import { type BuiltCohort } from '../../../builders/cohorts.js';
import { TestAcademy } from '../../../support/app.js';
import { signedIn } from '../../../support/people.js';
import { type WebClient, wordsOf } from '../../../support/web-client.js';
import { busyCohorts } from './busy-cohorts.js';

describe('rooms', () => {
  let academy: TestAcademy;
  let office: WebClient;
  let administrator: WebClient;
  beforeAll(async () => {
    academy = await TestAcademy.open();
    [office, administrator] = [await signedIn(academy, 'coordinator'), await signedIn(academy, 'administrator')];
  });
  afterAll(() => academy.close());

  const aBusyCohort = busyCohorts(() => academy);
  const place = (cohort: BuiltCohort, fields: Record<string, string>) =>
    office.post(`/office/cohorts/${cohort.code}/sessions/single`, { startTime: '9:00', endTime: '12:00', ...fields });

  test('rooms can be filtered by features and seats; features are shown as chips', async () => {
    const room = {
      code: 'LAB-9',
      nameZh: '九号实训室',
      nameEn: 'Lab 9',
      kind: 'lab',
      seats: '45',
      placeZh: '三楼',
      placeEn: 'Floor 3',
      features: 'GPU\n40 台电脑，录播',
      setUpMinutes: '15',
      clearAwayMinutes: '10',
    };
    await administrator.submit('/office/rooms', room);
    expect(wordsOf((await office.get('/office/rooms/LAB-9')).text)).toMatch(
      /课前 15 分钟，课后 10 分钟 .*GPU 40 台电脑 录播/,
    );
    expect(wordsOf((await office.get('/office/rooms?feature=GPU&seats=45')).text)).toContain('九号实训室');
    for (const query of ['feature=GPU&seats=46', 'feature=%E6%8A%95%E5%BD%B1'])
      expect(wordsOf((await office.get(`/office/rooms?${query}`)).text)).not.toContain('九号实训室');
    const long = await administrator.post('/office/rooms/LAB-9', {
      ...room,
      setUpMinutes: '241',
      features: '一二三四五六七八九十一二三四五六七八九十一',
    });
    expect(long.status).toBe(422);
    expect(wordsOf(long.text)).toContain('0 到 240');
  });

  test('longer margins apply to a room at once; two sessions too close to each other are named and keep theirs', async () => {
    const cohort = await aBusyCohort();
    const roomId = cohort.roomId;
    for (const [startTime, endTime] of [
      ['9:00', '11:00'],
      ['11:00', '12:00'],
    ] as const)
      expect((await place(cohort, { date: '2026-4-20', startTime, endTime, roomId })).status).toBe(303);
    const profile = {
      code: cohort.room,
      nameZh: '忙教室',
      nameEn: 'Busy room',
      kind: 'room',
      seats: '45',
      placeZh: '二楼',
      placeEn: 'Floor 2',
      features: '',
      setUpMinutes: '0',
      clearAwayMinutes: '30',
    };
    const saved = await administrator.submit(`/office/rooms/${cohort.room}`, profile);
    expect(wordsOf(saved.text)).toMatch(/有 2 次课前后离得太近.*1 次课受影响/);
    const late = await place(cohort, { date: '2026-5-11', startTime: '21:45', endTime: '22:30', roomId });
    expect([late.status, wordsOf(late.text)]).toEqual([422, expect.stringMatching(/5月11日/)]);
    await administrator.submit(`/office/rooms/${cohort.room}`, { ...profile, clearAwayMinutes: '10' });
    expect((await place(cohort, { date: '2026-5-11', startTime: '21:45', endTime: '22:30', roomId })).status).toBe(303);
  });
});
