import sql from 'sql-template-tag';
import { ReadDatabase } from '../../../src/platform/index.js';
import { aCohort, aCourse } from '../../builders/cohorts.js';
import { aTrainee } from '../../builders/trainees.js';
import { TestAcademy } from '../../support/app.js';
import { person, signedIn } from '../../support/people.js';
import { type Answer, type Fields, type WebClient, wordsOf } from '../../support/web-client.js';

describe('an address with a repeated name', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  it.each([
    '/office/rooms?q=a&q=b',
    '/office/rooms?seats=1&seats=2',
    '/office/instructors?q=a&q=b',
    '/office/clashes?q=a&q=b&kind=x&kind=y',
    '/office/licences?q=a&q=b',
    '/office/calendar?year=2026&year=2027',
    '/office/cohorts/new?course=a&course=b',
    '/office/courses/new?track=a&track=b',
    '/courses?q=a&q=b',
    '/verify?number=a&number=b',
  ])('uses its first value: %s', async (path) => {
    expect((await (await signedIn(academy, 'administrator')).get(path)).status).toBe(200);
  });

  it('ignores filters named like a property of every object', async () => {
    const client = await signedIn(academy, 'administrator');
    for (const word of ['toString', 'constructor', '__proto__', 'hasOwnProperty']) {
      const query = ['state', 'role', 'sort', 'kind', 'track', 'q', 'year', 'month']
        .map((name) => `${name}=${word}`)
        .join('&');
      for (const path of [
        '/courses',
        '/office/accounts',
        '/office/courses',
        '/office/cohorts',
        '/office/rooms',
        '/office/licences',
        '/office/certificates',
        '/office/outbox',
        '/office/audit',
        '/office/tasks',
        '/office/output',
      ]) {
        expect([path, word, (await client.get(`${path}?${query}`)).status]).not.toEqual([path, word, 500]);
      }
    }
  });

  it.each([
    '/sign-in?next=/courses&next=//evil.example',
    '/sign-up?next=a&next=b',
    '/language/en?back=/courses&back=//evil.example',
  ])('uses its first value: %s', async (path) => {
    expect((await academy.client().get(path)).status).toBeLessThan(400);
  });
});

describe('typing errors', () => {
  let academy: TestAcademy;
  let coordinator: WebClient;
  let plan: Fields;
  beforeAll(async () => {
    academy = await TestAcademy.open();
    coordinator = await signedIn(academy, 'coordinator');
    const course = await aCourse(academy, await person(academy, 'coordinator'), 'TYPED-1');
    plan = {
      courseId: course.id,
      startsOn: '2026-04-06',
      endsOn: '2026-04-09',
      code: 'KEPT-CODE',
      capacity: 20,
      leastEnrolment: 5,
      delivery: 'onsite',
      feeTextZh: '免费',
    };
  });
  afterAll(() => academy.close());

  const post = (fields: Fields): Promise<Answer> =>
    coordinator.post('/office/cohorts', { ...plan, ...fields }, '/office/cohorts/new');
  /** The error beside a field, tied to it for screen readers. */
  const beside = (html: string, field: string): string => {
    const control =
      new RegExp(`<(?:input|select|textarea|fieldset)[^>]*id="field-${field}"[^>]*>`).exec(html)?.[0] ?? '';
    const told = /aria-describedby="([^"]+)"/
      .exec(control)?.[1]
      ?.split(' ')
      .find((id) => id.includes('error'));
    return told && (control.startsWith('<fieldset') || control.includes('aria-invalid="true"'))
      ? wordsOf(new RegExp(`<p[^>]*id="${told}"[^>]*>([\\s\\S]*?)</p>`).exec(html)?.[1] ?? '')
      : '';
  };

  test.each<[string, Fields, string]>([
    ['a 29 February that 2027 has not', { startsOn: '2027-02-29' }, 'startsOn'],
    ['a last day before the first', { endsOn: '2026-04-01' }, 'endsOn'],
    ['a first day that is past', { startsOn: '2026-01-05', endsOn: '2026-01-08' }, 'startsOn'],
    ['no seats', { capacity: 0 }, 'capacity'],
    ['seats in words', { capacity: '二十个' }, 'capacity'],
    ['more people at least than at most', { leastEnrolment: 21 }, 'leastEnrolment'],
    ['a fee as long as a page', { feeTextZh: '免'.repeat(201) }, 'feeTextZh'],
    ['a control character', { feeTextZh: '免\u0007费' }, 'feeTextZh'],
    ['a mark that turns the reading direction', { feeTextZh: '免\u202E费' }, 'feeTextZh'],
    ['an emoji in a code', { code: 'AZ-🙂' }, 'code'],
    ['a course that does not exist', { courseId: '01890000-0000-7000-8000-000000000000' }, 'courseId'],
    ['a choice that is none', { delivery: 'by-pigeon' }, 'delivery'],
  ])('are explained beside the field without losing input: %s', async (_, typed, field) => {
    const answer = await post(typed);
    expect(answer.status).toBe(422);
    expect(beside(answer.text, field)).not.toBe('');
    if (!('code' in typed)) expect(answer.text).toContain('value="KEPT-CODE"');
    const [name, value] = Object.entries(typed)[0] ?? [];
    if (name === 'capacity' || name === 'startsOn') expect(answer.text).toContain(`value="${String(value)}"`);
    expect(await academy.app.get(ReadDatabase).count(sql`SELECT COUNT(*) FROM cohort WHERE code = 'KEPT-CODE'`)).toBe(
      0,
    );
  });

  test('an emoji is accepted as text', async () => {
    const answer = await post({ code: 'EMOJI-1', feeTextZh: '免费🙂' });
    expect(answer.status).toBe(303);
    expect((await coordinator.get('/office/cohorts/EMOJI-1')).text).toContain('免费🙂');
  });

  test('unknown ids get a page that says so', async () => {
    const cohort = await aCohort(academy);
    const trainee = await signedIn(academy, await aTrainee(academy));
    const nothing = '01890000-0000-7000-8000-000000000000';
    for (const path of [
      `/enrolments/${nothing}`,
      '/cohorts/NO-SUCH',
      '/courses/NO-SUCH',
      `/c/${'x'.repeat(27)}`,
      `/cohorts/${'A'.repeat(190)}`,
    ])
      expect((await trainee.get(path)).status).toBe(404);
    for (const path of [
      `/office/trainees/${nothing}`,
      `/office/certificates/${nothing}`,
      `/office/sessions/${nothing}/move`,
      `/office/enrolments/${nothing}/transfer`,
      '/office/cohorts/NO-SUCH/roster',
    ]) {
      expect((await coordinator.get(path)).status).toBe(404);
    }
    expect((await trainee.get(`/office/cohorts/${cohort.code}`)).status).toBe(403);
  });
});
