import sql from 'sql-template-tag';
import { CertificatesOfTrainees, PrerequisitesByCertificates } from '../../../../src/certifications/index.js';
import { ReadDatabase } from '../../../../src/platform/index.js';
import { TestAcademy } from '../../../support/app.js';
import { certificateSteps } from '../certificate-steps.js';

describe('a certificate whose record is not as it was issued', () => {
  let academy: TestAcademy;
  const { one } = certificateSteps(() => academy);
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  it('could not be checked on the trainee’s pages, and fulfils no prerequisite', async () => {
    const { row } = await one('王芳', null);
    const { query } = academy.app.get(ReadDatabase);
    const [held] = await query<{ traineeId: string; achievementId: string }>(
      sql`SELECT trainee_id AS "traineeId", achievement_id AS "achievementId" FROM certificate WHERE id = ${row.id}`,
    );
    const { traineeId, achievementId } = held!;
    const today = academy.clock.today();
    const states = async (): Promise<string[]> =>
      (await academy.app.get(CertificatesOfTrainees).list(traineeId, today)).map(({ state }) => state);
    const achievements = async () => {
      const held = await academy.app.get(PrerequisitesByCertificates).heldBy(query, [traineeId], today);
      return [...held.get(traineeId)!];
    };
    expect([await states(), await achievements()]).toEqual([['valid'], [achievementId]]);
    await academy.write(async (tx) => {
      tx.withoutAudit('somebody else writes');
      await tx.query(sql`UPDATE certificate_binding SET mac = ${'0'.repeat(64)} WHERE certificate_id = ${row.id}`);
    });
    expect([await states(), await achievements()]).toEqual([['unchecked'], []]);
    academy.takeErrors();
  });
});
