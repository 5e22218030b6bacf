import sql, { raw } from 'sql-template-tag';
import { CertificateBinding, RegisterBinding } from '../../../../../src/certifications/binding/index.js';
import { BeginBatch, ReissueCertificate } from '../../../../../src/certifications/index.js';
import { MakeDocuments } from '../../../../../src/certifications/issuing/index.js';
import { DeclineRenewal } from '../../../../../src/certifications/lifecycle/actions/decline-renewal.js';
import { HideCertificate, ShowCertificate } from '../../../../../src/certifications/register/index.js';
import { newId, NotFound, ReadDatabase } from '../../../../../src/platform/index.js';
import { certificateSteps, type Row } from '../../../../http/certifications/certificate-steps.js';
import type { Graduates } from '../../../../http/certifications/graduates.js';
import { TestAcademy } from '../../../../support/app.js';
import { DATABASE } from '../../../../support/database.js';
import { person } from '../../../../support/people.js';

describe(`an act whose facts somebody alters beside the record that it judges, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  let [scenario, row]: [Graduates, Row] = [] as never;
  const { one } = certificateSteps(() => academy);
  const write = (text: string): Promise<unknown> => academy.connections.write.query(text);
  const count = async (from: string): Promise<number> => {
    const rows = await academy.app.get(ReadDatabase).query<{ n: number }>(sql`SELECT COUNT(*) AS "n" ${raw(from)}`);
    return Number(rows[0]?.n);
  };

  beforeEach(async () => {
    academy = await TestAcademy.open();
    ({ scenario, row } = await one('王芳', null, 12));
  }, 60_000);
  afterEach(async () => {
    academy.takeErrors();
    await academy.close();
  });

  it('hides a certificate that only seems to be hidden already, or answers that it could not', async () => {
    const [hide, show] = [academy.app.get(HideCertificate), academy.app.get(ShowCertificate)];
    const holder = { ...(await person(academy, 'coordinator')), id: scenario.trainees[0]!.id };
    await hide.execute(holder, row.id);
    await show.execute(holder, row.id);
    const binding = academy.app.get(RegisterBinding);
    binding.judge = async (tx, certificate) => {
      const judged = await RegisterBinding.prototype.judge.call(binding, tx, certificate);
      await tx.query(sql`UPDATE certificate_hiding SET shown_at = NULL WHERE certificate_id = ${row.id}`);
      return judged;
    };
    await expect(hide.execute(holder, row.id)).rejects.toThrow();
    Reflect.deleteProperty(binding, 'judge');
    await hide.execute(holder, row.id);
    expect(await count(`FROM audit_entry WHERE act = 'certificate.hidden'`)).toBe(2);
  });

  it('sends the link to a replacement to the address that its credential names', async () => {
    const make = academy.app.get(MakeDocuments);
    make.execute = async (certificates) => {
      const made = await MakeDocuments.prototype.execute.call(make, certificates);
      await write(`UPDATE account SET email = 'other@example.com' WHERE id = '${scenario.trainees[0]!.id}'`);
      return made;
    };
    const correction = { reasonClass: 'nameCorrected', name: '王芬', latinName: null, reason: '姓名有误' } as const;
    await academy.app.get(ReissueCertificate).execute(await person(academy, 'administrator'), row.id, correction);
    const sent = (address: string) =>
      count(`FROM outbox_message WHERE to_address = '${address}' AND body LIKE '%姓名有误%'`);
    expect([await sent(scenario.trainees[0]!.email), await sent('other@example.com')]).toEqual([1, 0]);
  });

  it('does not decline the renewal of an altered certificate', async () => {
    await academy.write(async (tx) => {
      tx.withoutAudit('somebody else writes');
      await tx.of(CertificateBinding).update({ certificateId: row.id }, { mac: 'ab'.repeat(32) });
    });
    const declining = academy.app
      .get(DeclineRenewal)
      .execute(await person(academy, 'coordinator'), row.id, '继续教育学时不足');
    expect(await declining).toMatchObject({ reasons: [{ code: 'recordAltered' }] });
  });

  it('begins no bulk act for certificates that do not exist', async () => {
    const revocation = { reasonClass: 'other', reason: '考试作弊' } as const;
    const beginning = academy.app
      .get(BeginBatch)
      .execute(await person(academy, 'administrator'), { kind: 'revocation', ids: [row.id, newId()], revocation });
    await expect(beginning).rejects.toThrow(NotFound);
  });
});
