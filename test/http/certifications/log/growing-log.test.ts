import { FollowLog } from '../../../../src/certifications/log/index.js';
import { TestAcademy } from '../../../support/app.js';
import { DATABASE } from '../../../support/database.js';
import { person } from '../../../support/people.js';
import { certificateSteps, type Row } from '../certificate-steps.js';
import { RevokeCertificate, SignCertificates } from '../../../../src/certifications/index.js';

describe(`the public log while something is logged, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  let rows: Row[];
  const { one } = certificateSteps(() => academy);

  beforeAll(async () => {
    academy = await TestAcademy.open();
    rows = [(await one('王芳', null)).row, (await one('赵六', null)).row];
    await academy.app.get(SignCertificates).execute();
  }, 60_000);
  afterAll(() => academy.close());

  it.each([
    ['tile', 'tile/0/000.p/2'],
    ['entries', 'tile/entries/000.p/2'],
  ])(
    'answers with the %s up to the head that was proven before',
    async (_, path) => {
      const before = await academy.client().get(`/log/${path}`);
      const log = academy.app.get(FollowLog);
      const execute = log.execute.bind(log);
      const { id } = rows.pop()!;
      const administrator = await person(academy, 'administrator');
      const act = academy.app.get(RevokeCertificate);
      log.execute = async (...head) => {
        log.execute = execute;
        const isProven = await execute(...head);
        await act.execute(administrator, id, { reasonClass: 'issuedInError', reason: '误发，经核实' });
        return isProven;
      };
      const answer = await academy.client().get(`/log/${path}`);
      expect([answer.status, answer.bytes.equals(before.bytes)]).toEqual([200, true]);
    },
    60_000,
  );
});
