import sql from 'sql-template-tag';
import { RegisterBinding } from '../../../../src/certifications/binding/index.js';
import { canonical } from '../../../../src/certifications/core/domain/check-character.js';
import {
  BeginIssuance,
  SignCertificates,
  VerifyCertificate,
  verifyKeysFrom,
  verifyLog,
} from '../../../../src/certifications/index.js';
import { ReissueCertificate } from '../../../../src/certifications/lifecycle/actions/reissue-certificate.js';
import { bytesFrom, isRefused, Keys, ReadDatabase } from '../../../../src/platform/index.js';
import { certificateSteps, type Row } from '../../../http/certifications/certificate-steps.js';
import { graduates } from '../../../http/certifications/graduates.js';
import { TEST_START, TestAcademy } from '../../../support/app.js';
import { disableTriggers } from '../../../support/behind-the-back.js';
import { DATABASE } from '../../../support/database.js';
import { hideFromIndex } from '../../../support/lying-index.js';
import { person, type Person } from '../../../support/people.js';
import { wordsOf } from '../../../support/web-client.js';

const A_DAY = 24 * 3600_000;
const CORRECTION = { reasonClass: 'nameCorrected', latinName: null, reason: '姓名有误' } as const;
const UNIQUE = 'ux_certificate_binding_number_tag';

describe(`a number that a certificate was bound with, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  let coordinator: Person;
  let other: Row;
  /** The last that was issued. */
  let holder: Row;
  const { one } = certificateSteps(() => academy);
  const all = <T>(query: ReturnType<typeof sql>): Promise<T[]> => academy.app.get(ReadDatabase).query<T>(query);
  const write = async (...statements: string[]): Promise<void> => {
    for (const statement of statements) await academy.connections.write.query(statement);
  };
  const certificates = (): Promise<number> =>
    academy.app.get(ReadDatabase).count(sql`SELECT COUNT(*) FROM certificate`);
  const reissued = async (): Promise<string> => {
    const outcome = await academy.app
      .get(ReissueCertificate)
      .execute(coordinator, other.id, { ...CORRECTION, name: '王方' });
    return isRefused(outcome) ? outcome.reasons[0]!.code : outcome.number;
  };
  /** So that the series gives the number of the holder again. */
  const takeBack = async (): Promise<void> => {
    const key = canonical(holder.number);
    await disableTriggers(academy, ['certificate', 'drawn_number']);
    const drawn = `(SELECT d.sequence FROM drawn_number d WHERE d.number_key = '${key}')`;
    await write(
      `UPDATE number_sequence SET next = ${drawn} WHERE scope LIKE '%2026%'`,
      `DELETE FROM drawn_number WHERE number_key = '${key}'`,
      `UPDATE certificate SET number = 'TMP-1', number_key = 'TMP1' WHERE id = '${holder.id}'`,
    );
  };
  const alarms = async (): Promise<string[]> =>
    (await all<{ id: string }>(sql`SELECT id AS "id" FROM register_alarm`)).map(({ id }) => id);

  beforeEach(async () => {
    academy = await TestAcademy.open();
    coordinator = await person(academy, 'coordinator');
    other = (await one('王芳', null, 12)).row;
    holder = (await one('周泉', null, 12)).row;
    await academy.app.get(SignCertificates).execute();
  }, 60_000);
  afterEach(async () => {
    academy.takeErrors();
    await academy.close();
  });

  it.each(['', ', also where the index of the tags lacks it'])('is not drawn again%s', async (hidden) => {
    if (hidden !== '')
      await hideFromIndex(academy, {
        index: UNIQUE,
        table: 'certificate_binding',
        column: 'number_tag',
        where: `certificate_id = '${holder.id}'`,
      });
    await takeBack();
    const before = await certificates();
    expect(await reissued()).toBe('sequenceAltered');
    academy.clock.moveTo(TEST_START + A_DAY);
    const { cohort } = await graduates(academy, { names: [{ name: '赵六' }] });
    const issue = await academy.app.get(BeginIssuance).execute(coordinator, cohort.code);
    expect(isRefused(issue) && issue.reasons[0]!.code).toBe('sequenceAltered');
    expect(await certificates()).toBe(before);
    expect(await alarms()).toEqual([holder.id]);
  });

  it('is not bound again where it was drawn before its certificate was hidden', async () => {
    await takeBack();
    academy.app.get(RegisterBinding).isAnyBound = () => Promise.resolve(false);
    const before = await certificates();
    await expect(reissued()).rejects.toThrow('belongs to another certificate already');
    expect(await certificates()).toBe(before);
    expect(await alarms()).toEqual([holder.id]);
  });

  it('is not bound again where its tags were altered together with its row', async () => {
    const issued = holder.number;
    await takeBack();
    await write(
      `UPDATE certificate_binding SET number_tag = '${'0'.repeat(64)}', token_tag = NULL WHERE certificate_id = '${holder.id}'`,
    );
    const before = await certificates();
    await expect(reissued()).rejects.toThrow('bindings of certificates were altered');
    expect(await certificates()).toBe(before);
    const { faults } = await verifyLog(academy.app.get(ReadDatabase), [], verifyKeysFrom(academy.app.get(Keys)));
    expect(faults.join('\n')).toContain('is not what was stored last');
    expect((await academy.app.get(VerifyCertificate).byNumber({ number: issued, name: '周泉' })).verdict).not.toBe(
      'valid',
    );
  });

  it('is not drawn again where the index of drawn numbers lacks it', async () => {
    const key = canonical(holder.number);
    await hideFromIndex(academy, {
      index: 'ux_drawn_number_scope_sequence',
      table: 'drawn_number',
      column: 'scope',
      where: `number_key = '${key}'`,
    });
    await write(
      `UPDATE number_sequence SET next = (SELECT d.sequence FROM drawn_number d WHERE d.number_key = '${key}') WHERE scope LIKE '%2026%'`,
    );
    expect(await reissued()).toBe('sequenceAltered');
  });

  it('cannot be stored for another in the database', async () => {
    await expect(
      write(
        `UPDATE certificate_binding SET number_tag = (SELECT b.number_tag FROM certificate_binding b WHERE b.certificate_id = '${holder.id}') WHERE certificate_id = '${other.id}'`,
      ),
    ).rejects.toThrow(/unique/i);
  });

  it('“could not be checked” anywhere once it is bound for two, and verify-log names both', async () => {
    const [stored] = await all<{ bytes: string }>(
      sql`SELECT bytes AS "bytes" FROM certificate_form WHERE certificate_id = ${holder.id} AND form = 'json'`,
    );
    await write(
      `DROP INDEX ${UNIQUE}`,
      `UPDATE certificate_binding SET number_tag = (SELECT b.number_tag FROM certificate_binding b WHERE b.certificate_id = '${holder.id}') WHERE certificate_id = '${other.id}'`,
    );
    const verify = academy.app.get(VerifyCertificate);
    for (const name of ['周泉', '王芳', '别人'])
      expect((await verify.byNumber({ number: holder.number, name })).verdict).toBe('couldNotCheck');
    expect((await verify.byFile(bytesFrom(stored!.bytes))).verdict).toBe('couldNotCheck');
    for (const { token } of [holder, other])
      expect(wordsOf((await academy.client().get(`/c/${token}`)).text)).toContain('这份证书现在未能核验');
    expect(await reissued()).toBe('recordAltered');
    const { faults } = await verifyLog(academy.app.get(ReadDatabase), [], verifyKeysFrom(academy.app.get(Keys)));
    const named = faults.find((fault) => fault.includes('were bound with the same number'));
    for (const { id } of [holder, other]) expect(named).toContain(id);
  });
});
