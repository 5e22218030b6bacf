import sql from 'sql-template-tag';
import { DocumentWorkers } from '../../../../src/certifications/documents/actions/workers/document-workers.js';
import { FinishIssuance, IssueCertificates } from '../../../../src/certifications/index.js';
import { PoolClosed, ReadDatabase } from '../../../../src/platform/index.js';
import { TestAcademy } from '../../../support/app.js';
import { person } from '../../../support/people.js';
import { graduates } from '../graduates.js';
import { certificateSteps } from '../certificate-steps.js';

describe('certificates whose documents are made while the process shuts down', () => {
  let academy: TestAcademy;
  const { certificatesOf } = certificateSteps(() => academy);
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  it('are not refused: they are issued when the job resumes', async () => {
    const scenario = await graduates(academy, { names: [{ name: '王芳', latinName: 'Wang Fang' }] });
    const coordinator = await person(academy, 'coordinator');
    const documentWorkers = academy.app.get(DocumentWorkers);
    const { make } = documentWorkers;
    documentWorkers.make = () => Promise.reject(new PoolClosed());
    await expect(academy.app.get(IssueCertificates).execute(coordinator, scenario.cohort.code, 'now')).rejects.toThrow(
      PoolClosed,
    );
    expect(await certificatesOf(scenario)).toEqual([]);
    documentWorkers.make = make.bind(documentWorkers);
    const [issuance] = await academy.app.get(ReadDatabase).query<{ id: string }>(sql`SELECT id AS "id" FROM issuance`);
    await academy.app.get(FinishIssuance).execute(coordinator, issuance!.id);
    expect(await certificatesOf(scenario)).toHaveLength(1);
  });
});
