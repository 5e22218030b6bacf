import sql from 'sql-template-tag';
import { canonical, checks } from '../../../../src/certifications/core/domain/check-character.js';
import { IssueCertificates, type IssuanceCounts } from '../../../../src/certifications/index.js';
import { ReadDatabase, type Refused } from '../../../../src/platform/index.js';
import { done } from '../../../builders/cohorts.js';
import { graduates } from '../../../http/certifications/graduates.js';
import { TestAcademy } from '../../../support/app.js';
import { person } from '../../../support/people.js';

describe('issuing at the same time', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  it('gives each trainee exactly one certificate, and every certificate its own number', async () => {
    const names = Array.from({ length: 30 }, (_, at) => ({ name: `学员${'甲乙丙丁戊己庚辛壬癸'[at % 10]}${at}` }));
    const scenarios = [await graduates(academy, { names }), await graduates(academy, { names: names.slice(0, 10) })];
    const coordinator = await person(academy, 'coordinator');
    const outcomes = await Promise.all(
      scenarios.flatMap(({ cohort }) =>
        [1, 2, 3].map(() => academy.app.get(IssueCertificates).execute(coordinator, cohort.code, 'later')),
      ),
    );
    const counts = outcomes.map((outcome) => done<IssuanceCounts | Refused>(outcome).count);
    expect(counts.slice(0, 3).sort((a, b) => a - b)).toEqual([0, 0, 30]);
    expect(counts.slice(3).sort((a, b) => a - b)).toEqual([0, 0, 10]);
    const rows = await academy.app
      .get(ReadDatabase)
      .query<{ number: string; enrolmentId: string }>(
        sql`SELECT number AS "number", enrolment_id AS "enrolmentId" FROM certificate`,
      );
    expect(new Set(rows.map(({ number }) => number)).size).toBe(40);
    expect(new Set(rows.map(({ enrolmentId }) => enrolmentId)).size).toBe(40);
    expect(rows.every(({ number }) => checks(canonical(number)))).toBe(true);
  });
});
