import { mayTransfer, type TransferFacts } from '../../../src/enrolment/domain/transfer-rules.js';

const facts: TransferFacts = {
  state: 'confirmed',
  from: { id: 'march', courseId: 'azure' },
  cohort: { id: 'april', courseId: 'azure' },
  cohortCode: 'AZ-104-2026-04',
};

describe('a transfer', () => {
  test('leads to another cohort of the same course', () => {
    expect(mayTransfer(facts)).toEqual([]);
  });

  test.each([
    ['an unknown cohort', { cohort: null }, 'unknownCohort'],
    ['the cohort that the trainee is in', { cohort: facts.from }, 'sameCohort'],
    ['a cohort of another course', { cohort: { id: 'june', courseId: 'python' } }, 'otherCourse'],
  ])('does not lead to %s, and says so beside the field', (_, change, code) => {
    expect(mayTransfer({ ...facts, ...change })).toEqual([
      expect.objectContaining({ code, data: { cohort: 'AZ-104-2026-04' }, field: 'cohortCode' }),
    ]);
  });

  test('needs an enrolment that has not ended', () => {
    expect(mayTransfer({ ...facts, state: 'waitlisted' })).toEqual([]);
    expect(mayTransfer({ ...facts, state: 'withdrawn' })).toMatchObject([{ code: 'enrolmentHasEnded' }]);
  });
});
