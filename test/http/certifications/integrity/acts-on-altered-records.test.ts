import sql, { type Sql } from 'sql-template-tag';
import { VerifyFile } from '../../../../src/certifications/verification/actions/verify-file.js';
import { HideCertificate } from '../../../../src/certifications/register/actions/hide-certificate.js';
import { ShowCertificate } from '../../../../src/certifications/register/actions/show-certificate.js';
import {
  ReissueCertificate,
  RenewCertificate,
  RevokeCertificate,
  SignCertificates,
} from '../../../../src/certifications/index.js';
import { bitOf } from '../../../../src/certifications/documents/credential/status-list.js';
import { ReadDatabase, RecordsContradict } from '../../../../src/platform/index.js';
import { TestAcademy } from '../../../support/app.js';
import { disableTriggers } from '../../../support/behind-the-back.js';
import { person } from '../../../support/people.js';
import { wordsOf } from '../../../support/web-client.js';
import { graduates } from '../graduates.js';
import { type Row, certificateSteps } from '../certificate-steps.js';

const GUARDED = [
  'certificate',
  'certificate_event',
  'certificate_seal',
  'certificate_form',
  'certificate_binding',
  'log_entry',
  'status_list',
  'issuer_key',
];

describe('an act on a record that somebody wrote into the database', () => {
  let academy: TestAcademy;
  const { one, issue, certificatesOf } = certificateSteps(() => academy);
  const rows = <T>(query: Sql): Promise<T[]> => academy.app.get(ReadDatabase).query<T>(query);
  const write = (text: string): Promise<unknown> => academy.connections.write.query(text);
  const sealed = async (name: string): Promise<Row> => {
    const { row } = await one(name, null);
    await academy.app.get(SignCertificates).execute();
    return row;
  };
  const page = async (token: string, language = 'zh-CN'): Promise<string> =>
    wordsOf((await academy.client(language).get(`/c/${token}`)).text);

  beforeAll(async () => {
    academy = await TestAcademy.open();
    await one('甲', null);
    await disableTriggers(academy, GUARDED);
  }, 60_000);
  afterEach(() => academy.takeErrors());
  afterAll(() => academy.close());

  it('does not vouch for a file, nor accuse one', async () => {
    const { id, token } = await sealed('吴越');
    const json = Buffer.from((await academy.client().get(`/c/${token}.json`)).text);
    await write(`UPDATE certificate SET state = 'revoked', revoked_at = 5, reason = '造假' WHERE id = '${id}'`);
    expect((await academy.app.get(VerifyFile).execute(json)).verdict).toBe('couldNotCheck');
    await write(`UPDATE certificate SET state = 'valid', revoked_at = NULL, reason = NULL WHERE id = '${id}'`);
    expect((await academy.app.get(VerifyFile).execute(json)).verdict).toBe('valid');
  }, 60_000);

  it('is not acted upon: nothing is revoked, replaced or renewed on its strength', async () => {
    const { id } = await sealed('郑爽');
    await write(`UPDATE certificate SET recipient_name = '王伟' WHERE id = '${id}'`);
    const administrator = await person(academy, 'administrator');
    const outcomes = [
      await academy.app
        .get(RevokeCertificate)
        .execute(administrator, id, { reasonClass: 'issuedInError', reason: '误发' }),
      await academy.app
        .get(ReissueCertificate)
        .execute(administrator, id, { name: '王伟', latinName: null, reasonClass: 'nameCorrected', reason: '更正' }),
      await academy.app.get(RenewCertificate).execute(administrator, id),
    ];
    for (const outcome of outcomes) expect(outcome).toMatchObject({ reasons: [{ code: 'recordAltered' }] });
    await write(`UPDATE certificate SET recipient_name = '郑爽' WHERE id = '${id}'`);
  }, 60_000);

  it('takes no bit from a signed status list, and adds none', async () => {
    const [revoked, valid] = [await sealed('冯程'), await sealed('陈列')];
    await academy.app
      .get(RevokeCertificate)
      .execute(await person(academy, 'administrator'), revoked.id, { reasonClass: 'issuedInError', reason: '误发' });
    const placeOf = async ({ id }: Row): Promise<number> =>
      (
        await rows<{ at: number }>(sql`SELECT status_index AS "at" FROM certificate_seal WHERE certificate_id = ${id}`)
      )[0]!.at;
    const [ended, free] = [await placeOf(revoked), await placeOf(valid)];
    await write(
      `UPDATE certificate_seal SET status_index = ${ended === 7 ? 8 : 7} WHERE certificate_id = '${revoked.id}'`,
    );
    await write(`UPDATE certificate SET state = 'revoked', revoked_at = 5, reason = '造假' WHERE id = '${valid.id}'`);
    await write('DELETE FROM status_list');
    const { credentialSubject } = JSON.parse((await academy.client().get('/status/1')).text) as {
      credentialSubject: { encodedList: string };
    };
    expect([bitOf(credentialSubject.encodedList, ended), bitOf(credentialSubject.encodedList, free)]).toEqual([
      true,
      false,
    ]);
    await write(`UPDATE certificate_seal SET status_index = ${ended} WHERE certificate_id = '${revoked.id}'`);
    await write(`UPDATE certificate SET state = 'valid', revoked_at = NULL, reason = NULL WHERE id = '${valid.id}'`);
  }, 60_000);

  it('is a key that stands in no document of the academy’s', async () => {
    await academy.client().get('/.well-known/did.json');
    const [key] = await academy.connections.write.query<Record<string, unknown>[]>(
      `SELECT * FROM issuer_key WHERE kind = 'assertion'`,
    );
    const values = {
      ...key,
      id: '00000000-0000-7000-8000-0000000000ab',
      key_id: 'z6MkForged',
      state: 'retired',
      retired_at: 5,
    };
    await write(
      `INSERT INTO issuer_key (${Object.keys(values).join(', ')}) VALUES (${Object.values(values)
        .map((one) => (one === null ? 'NULL' : `'${String(one)}'`))
        .join(', ')})`,
    );
    for (const path of ['/.well-known/did.json', '/issuer'])
      expect((await academy.client().get(path)).text).not.toContain('z6MkForged');
    await write(`DELETE FROM issuer_key WHERE key_id = 'z6MkForged'`);
  });

  it('is neither hidden nor shown: nothing would bind what its holder decides', async () => {
    const scenario = await graduates(academy, { names: [{ name: '褚良' }] });
    await issue(scenario);
    const [row] = await certificatesOf(scenario);
    await write(`UPDATE certificate SET recipient_name = '王伟' WHERE id = '${row!.id}'`);
    const [holder] = await rows<{ id: string; name: string; email: string }>(sql`
      SELECT a.id AS "id", a.name AS "name", a.email AS "email" FROM account a JOIN trainee t ON t.account_id = a.id JOIN certificate k ON k.trainee_id = t.id WHERE k.id = ${row!.id}`);
    if (!holder) throw new Error('The trainee has no account');
    const self = { ...holder, roles: ['trainee'] as const };
    for (const act of [HideCertificate, ShowCertificate])
      await expect(academy.app.get(act).execute(self, row!.id)).rejects.toThrow(RecordsContradict);
    expect(await rows(sql`SELECT id AS "id" FROM certificate_hiding`)).toEqual([]);
    expect(await page(row!.token)).toContain('这份证书现在未能核验');
    await write(`UPDATE certificate SET recipient_name = '褚良' WHERE id = '${row!.id}'`);
  }, 60_000);
});
