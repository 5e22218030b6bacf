import { PlanCohort } from '../../../src/cohorts/index.js';
import { isRefused } from '../../../src/platform/index.js';
import { aCohort } from '../../builders/cohorts.js';
import { TestAcademy } from '../../support/app.js';
import { DATABASE } from '../../support/database.js';
import { person } from '../../support/people.js';

describe(`two courses planned at the same moment under one code (${DATABASE})`, () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  test('one cohort gets the code, the other is refused because the code is taken', async () => {
    const coordinator = await person(academy, 'coordinator');
    const plans = [(await aCohort(academy)).plan, (await aCohort(academy)).plan];
    for (const code of ['SPRING-1', 'SPRING-2', 'SPRING-3', 'SPRING-4']) {
      const outcomes = await Promise.all(
        plans.map((plan) => academy.app.get(PlanCohort).execute(coordinator, { ...plan, code })),
      );
      expect(outcomes.filter((outcome) => !isRefused(outcome))).toHaveLength(1);
      expect(outcomes.find((outcome) => isRefused(outcome))).toMatchObject({ reasons: [{ code: 'cohortCodeTaken' }] });
    }
  });
});
