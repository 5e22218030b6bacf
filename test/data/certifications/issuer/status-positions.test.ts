import { SignCertificates, verifyKeysFrom, verifyLog } from '../../../../src/certifications/index.js';
import { Keys, ReadDatabase, Ticker } from '../../../../src/platform/index.js';
import sql from 'sql-template-tag';
import { certificateSteps } from '../../../http/certifications/certificate-steps.js';
import { TestAcademy } from '../../../support/app.js';
import { DATABASE } from '../../../support/database.js';

/** SQLite takes any value for a number. */
const LISTS = DATABASE === 'PostgreSQL' ? ['2147483647'] : ['2147483647', `'zzz'`, '1e300', '1.5'];

describe(`places of status lists that somebody has put in, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  const { one } = certificateSteps(() => academy);

  beforeEach(async () => {
    academy = await TestAcademy.open();
  }, 60_000);
  afterEach(() => academy.close());

  it('keep nothing from being issued, draw no certificate into their list, and are named', async () => {
    await one('王芳', null);
    for (const list of LISTS)
      await academy.connections.write.query(`INSERT INTO status_place (status_list, status_index) VALUES (${list}, 6)`);
    await one('赵六', null);
    await academy.app.get(SignCertificates).execute();
    const reads = academy.app.get(ReadDatabase);
    const lists = await reads.query<{ list: number }>(sql`SELECT DISTINCT status_list AS "list" FROM certificate_seal`);
    expect(lists.map(({ list }) => Number(list))).toEqual([1]);
    await academy.app.get(Ticker).runNow('issuer');
    const { faults } = await verifyLog(reads, [], verifyKeysFrom(academy.app.get(Keys)));
    expect(faults).toHaveLength(LISTS.length);
    for (const fault of faults) expect(fault).toContain('They were put in.');
  });
});
