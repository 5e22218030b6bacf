import sql from 'sql-template-tag';
import { CheckForEmployer } from '../../../../src/certifications/verification/actions/check-for-employer.js';
import { ReadDatabase } from '../../../../src/platform/index.js';
import { anEmployer } from '../../../builders/employers.js';
import { TestAcademy } from '../../../support/app.js';
import { certificateSteps } from '../certificate-steps.js';

interface Told {
  readonly checkedAt: string;
  readonly results: readonly { readonly verdict: string }[];
}

describe('a program’s question about more certificates than are looked up at once', () => {
  let academy: TestAcademy;
  const { one, revoke } = certificateSteps(() => academy);
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  const ask = async (key: string, items: readonly object[]): Promise<Told> => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
    const payload = JSON.stringify({ purpose: '校园招聘', items });
    const path = '/api/v1/verifications';
    return JSON.parse((await academy.client(null).request({ method: 'POST', path, headers, payload })).text) as Told;
  };

  it('calls no certificate valid that was revoked while the rest was looked up', async () => {
    const employer = await anEmployer(academy);
    const { row } = await one('王芳', null);
    const { row: late } = await one('周舟', null);
    const check = academy.app.get(CheckForEmployer);
    const lookUp = check.lookUp.bind(check);
    let parts = 0;
    check.lookUp = async (rows) => {
      parts += 1;
      if (parts === 2) {
        academy.clock.moveTo(academy.clock.now() + 60_000);
        await revoke(late);
        academy.clock.moveTo(academy.clock.now() + 60_000);
      }
      return lookUp(rows);
    };
    const { results, checkedAt } = await ask(employer.key, [
      { number: late.number, name: '周舟' },
      ...Array.from({ length: 60 }, () => ({ number: row.number, name: '王芳' })),
    ]).finally(() => {
      check.lookUp = lookUp;
    });
    expect(results.map(({ verdict }) => verdict)).toEqual(['revoked', ...Array<string>(60).fill('valid')]);
    expect(Date.parse(checkedAt)).toBe(academy.clock.now());
    const kept = await academy.app
      .get(ReadDatabase)
      .query<{ verdict: string }>(
        sql`SELECT verdict AS "verdict" FROM verification_record WHERE certificate_id = ${late.id} ORDER BY at`,
      );
    expect(kept.map(({ verdict }) => verdict)).toEqual(['valid', 'revoked']);
  });
});
