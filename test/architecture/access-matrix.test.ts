import { ALL_RIGHTS, may, rolesWith, ROLES } from '../../src/accounts/index.js';
import { TestAcademy } from '../support/app.js';
import { signedIn } from '../support/people.js';
import type { Answer, WebClient } from '../support/web-client.js';
import { ACCESS_MATRIX, type Visitor, VISITORS } from './access-matrix.js';
import { routesOf } from './routes.js';

const NOTHING: Readonly<Record<string, string>> = {
  id: '01890000-0000-7000-8000-000000000000',
  qualification: '01890000-0000-7000-8000-000000000000',
  code: 'NO-SUCH-1',
  token: 'AAAAAAAAAAAAAAAAAAAAAA',
  date: '2026-03-09',
  file: 'nothing.ics',
  language: 'en',
};

describe('the access matrix', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  it('has a row for every route, and no row for a removed route', () => {
    expect(withoutRow(routesOf(academy.app))).toEqual([]);
    expect([...ACCESS_MATRIX.keys()].filter((route) => !routesOf(academy.app).includes(route))).toEqual([]);
  });

  it('reports a route without a row', () => {
    expect(withoutRow([...ACCESS_MATRIX.keys(), 'POST /office/secrets'])).toEqual(['POST /office/secrets']);
  });

  it.each(VISITORS)('gives the %s access to the routes of its rows, and to no others', async (visitor) => {
    const wrong: string[] = [];
    let client = await enters(academy, visitor);
    for (const [route, allowed] of ACCESS_MATRIX) {
      const answer = await walk(client, route);
      if (cameIn(route, answer) !== allowed.includes(visitor))
        wrong.push(`${route}: ${answer.status}${answer.location ? ` to ${answer.location}` : ''}`);
      if (route === 'POST /sign-out') client = await enters(academy, visitor);
    }
    expect(wrong).toEqual([]);
  });
});

describe('rights', () => {
  it('each belong to somebody', () => {
    expect(ALL_RIGHTS.filter((act) => rolesWith(act).length === 0)).toEqual([]);
  });

  it('to one’s own things end at other people’s', () => {
    const trainee = { id: 'a', name: 'A', email: null, roles: ['trainee'] };
    expect(may(trainee, 'enrolment.withdraw', { ownerIds: ['a'] })).toBe(true);
    expect(may(trainee, 'enrolment.withdraw', { ownerIds: ['b', null] })).toBe(false);
    expect(may({ ...trainee, id: null }, 'enrolment.withdraw', { ownerIds: [null] })).toBe(false);
    expect(may({ ...trainee, roles: ['instructor'] }, 'attendance.mark', { instructorIds: ['b'] })).toBe(false);
  });

  it('do not exist without a role', () => {
    expect(ALL_RIGHTS.filter((act) => may({ id: 'a', name: 'A', email: null, roles: [] }, act))).toEqual([]);
    expect(
      ROLES.flatMap((role) => ALL_RIGHTS.filter((act) => may({ id: 'a', name: 'A', email: null, roles: [role] }, act))),
    ).not.toEqual([]);
  });
});

function withoutRow(routes: readonly string[]): string[] {
  return routes.filter((route) => !ACCESS_MATRIX.has(route));
}

function enters(academy: TestAcademy, visitor: Visitor): Promise<WebClient> {
  return visitor === 'visitor' ? Promise.resolve(academy.client()) : signedIn(academy, visitor);
}

function walk(client: WebClient, route: string): Promise<Answer> {
  const [method, path = ''] = route.split(' ');
  const address = path.replace(/:(\w+)/g, (_, name: string) => NOTHING[name] ?? 'nothing');
  return method === 'GET' ? client.get(address) : client.post(address);
}

/** Neither sent to the sign-in page nor refused; any other answer is the route's own. */
function cameIn(route: string, { status, location }: Answer): boolean {
  const sentToSignIn =
    status === 303 &&
    (route.startsWith('GET ') ? (location ?? '').startsWith('/sign-in?next=') : location === '/sign-in');
  return status !== 401 && status !== 403 && !sentToSignIn;
}
