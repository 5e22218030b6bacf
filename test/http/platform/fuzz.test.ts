import { ACCESS_MATRIX, VISITORS } from '../../architecture/access-matrix.js';
import { aCohort } from '../../builders/cohorts.js';
import { someTrainees } from '../../builders/trainees.js';
import { TestAcademy } from '../../support/app.js';
import { fuzz, type FuzzAnswer } from '../../support/fuzz/fuzz.js';
import type { MadeRequest } from '../../support/fuzz/made-requests.js';
import { signedIn } from '../../support/people.js';

const REQUESTS = 200;
/** `npm run bench -- fuzz` sends a hundred times as many to a separate process. */
const SEED = Number(process.env['FUZZ_SEED'] ?? 20260302);

describe('random requests', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open({ env: { TRUST_PROXY: '1' } });
    await aCohort(academy);
    await someTrainees(academy, 3);
  });
  afterAll(() => academy.close());

  it.each(VISITORS)('by a %s never cause a fault of ours, and expose no internals', async (visitor) => {
    let address = 0;
    const ask = async ({ method, path, headers, body }: MadeRequest): Promise<FuzzAnswer> => {
      const answer = await academy.app.inject({
        method: method as 'GET',
        url: path,
        headers: { ...headers, 'x-forwarded-for': `10.0.${Math.floor(address / 250)}.${1 + (address % 250)}` },
        ...(body === null ? {} : { payload: body }),
      });
      address += 1;
      return { status: answer.statusCode, headers: answer.headers, text: answer.payload };
    };
    const signIn = async (): Promise<string | null> =>
      visitor === 'visitor' ? null : ((await signedIn(academy, visitor)).cookie('session') ?? null);
    const report = await fuzz(REQUESTS, { routes: [...ACCESS_MATRIX.keys()], seed: SEED, signIn, request: ask });
    expect([report.faults, academy.takeErrors()]).toEqual([[], []]);
    // A role that is refused everywhere tests nothing: enough requests must pass the guards.
    const turnedAway = ['401', '403', '404', '405'].reduce((sum, status) => sum + (report.byStatus[status] ?? 0), 0);
    expect(report.sent - turnedAway).toBeGreaterThan(REQUESTS / 20);
  });
});
