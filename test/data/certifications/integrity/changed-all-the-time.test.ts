import type { Sql } from 'sql-template-tag';
import { CompareBindings } from '../../../../src/certifications/binding/actions/compare-bindings.js';
import { RegisterKey } from '../../../../src/certifications/binding/actions/register-key.js';
import { HideCertificate } from '../../../../src/certifications/register/actions/hide-certificate.js';
import { ShowCertificate } from '../../../../src/certifications/register/actions/show-certificate.js';
import { ReadDatabase, UnitOfWork } from '../../../../src/platform/index.js';
import { certificateSteps, type Row } from '../../../http/certifications/certificate-steps.js';
import { TestAcademy } from '../../../support/app.js';
import { disableTriggers } from '../../../support/behind-the-back.js';
import { DATABASE } from '../../../support/database.js';
import { holderOf } from './register-world.js';

describe(`comparing all bindings while a holder hides and shows a certificate all the time, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  let [restless, other]: Row[] = [];
  let changes: number;
  let comparison: CompareBindings;

  beforeEach(async () => {
    academy = await TestAcademy.open();
    const { one } = certificateSteps(() => academy);
    [restless, other] = [(await one('王芳', null)).row, (await one('李四', null)).row];
    const holder = await holderOf(academy, restless);
    const reads = academy.app.get(ReadDatabase);
    changes = 0;
    const query = async <Found>(text: Sql): Promise<Found[]> => {
      const rows = await reads.query<Found>(text);
      if (text.text.includes('certificate_binding')) {
        const act = changes % 2 === 0 ? academy.app.get(HideCertificate) : academy.app.get(ShowCertificate);
        changes += 1;
        await act.execute(holder, restless!.id);
      }
      return rows;
    };
    const busyReads = Object.create(reads, { query: { value: query } }) as ReadDatabase;
    comparison = new CompareBindings(busyReads, academy.app.get(RegisterKey), academy.app.get(UnitOfWork));
  }, 60_000);
  afterEach(() => academy.close());

  it('finds them in order', async () => {
    expect(await comparison.execute()).toBe(true);
    expect(changes).toBeGreaterThan(0);
  });

  it('finds a binding that somebody has altered', async () => {
    await disableTriggers(academy, ['certificate_binding']);
    await academy.connections.write.query(
      `UPDATE certificate_binding SET mac = '${'0'.repeat(64)}' WHERE certificate_id = '${other!.id}'`,
    );
    expect(await comparison.execute()).toBe(false);
    expect(changes).toBeGreaterThan(0);
  });
});
