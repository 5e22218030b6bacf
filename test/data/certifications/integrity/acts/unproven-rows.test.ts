import sql, { type Sql } from 'sql-template-tag';
import { ReissueCertificate, RenewCertificate, SignCertificates } from '../../../../../src/certifications/index.js';
import { currentTemplate } from '../../../../../src/certifications/templates/index.js';
import { isRefused, ReadDatabase, Ticker } from '../../../../../src/platform/index.js';
import { certificateSteps, type Row } from '../../../../http/certifications/certificate-steps.js';
import { TestAcademy } from '../../../../support/app.js';
import { DATABASE } from '../../../../support/database.js';
import { person } from '../../../../support/people.js';

const A_DAY = 24 * 3600_000;

describe(`rows that nothing proves, at a replacement or renewal, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  let row: Row;
  const { one } = certificateSteps(() => academy);
  const rows = <T>(query: Sql): Promise<T[]> => academy.app.get(ReadDatabase).query<T>(query);
  const write = (text: string): Promise<unknown> => academy.connections.write.query(text);

  beforeEach(async () => {
    academy = await TestAcademy.open();
    row = (await one('王芳', null, 12)).row;
    await academy.app.get(SignCertificates).execute();
  }, 60_000);
  afterEach(async () => {
    academy.takeErrors();
    await academy.close();
  });

  const correction = { latinName: null, reasonClass: 'nameCorrected', reason: '姓名更正' } as const;
  const reissue = async (): Promise<string> => {
    const administrator = await person(academy, 'administrator');
    const done = await academy.app
      .get(ReissueCertificate)
      .execute(administrator, row.id, { ...correction, name: '王方' });
    if (isRefused(done)) throw new Error(JSON.stringify(done.reasons));
    return done.number;
  };
  const seriesOf = (number: string): string => number.split('-').slice(0, 2).join('-');

  it('sign no number of a template’s pattern that no certificate has yet', async () => {
    const [prefix] = row.number.split('-');
    await write(
      `INSERT INTO certificate_template (id, version, name_zh, name_en, wording, signatories, seal, number_pattern, number_prefix, created_at, created_by_name, active)
       SELECT '00000000-0000-7000-8000-0000000000aa', 99, name_zh, name_en, wording, signatories, seal, number_pattern, 'PKU', created_at, created_by_name, 'no' FROM certificate_template`,
    );
    await write(
      `INSERT INTO named_template_version (template_version, named_template_id, number, layout, prints_results)
       SELECT 99, named_template_id, 99, layout, prints_results FROM named_template_version`,
    );
    expect((await currentTemplate(academy.app.get(ReadDatabase).query)).numberPrefix).toBe('PKU');
    expect(seriesOf(await reissue())).toBe(`${prefix}-2026`);
  }, 60_000);

  it('sign nothing where no template writes numbers like the earlier certificate’s', async () => {
    await write(`UPDATE certificate_template SET number_prefix = 'PKU'`);
    await expect(reissue()).rejects.toThrow('write numbers like');
    academy.clock.moveTo(academy.clock.now() + 360 * A_DAY);
    const renewing = academy.app.get(RenewCertificate).execute(await person(academy, 'administrator'), row.id);
    await expect(renewing).rejects.toThrow('write numbers like');
  }, 60_000);

  it('a renewal in the next year goes on in the same pattern', async () => {
    academy.clock.moveTo(academy.clock.now() + 360 * A_DAY);
    const renewed = await academy.app.get(RenewCertificate).execute(await person(academy, 'administrator'), row.id);
    if (isRefused(renewed)) throw new Error('refused');
    expect(seriesOf(renewed.number)).toBe(seriesOf(row.number).replace('2026', '2027'));
  }, 60_000);

  it('draw no position in made-up status lists, of which none is signed', async () => {
    const lists = Array.from({ length: 40 }, (_, at) => `(${at + 2}, 5)`);
    await write(`INSERT INTO status_place (status_list, status_index) VALUES ${lists.join(', ')}`);
    await reissue();
    const used = await rows<{ list: number }>(sql`SELECT DISTINCT status_list AS "list" FROM certificate_seal`);
    expect(used.map(({ list }) => Number(list))).toEqual([1]);
    await academy.app.get(Ticker).runNow('issuer');
    expect((await academy.client().get('/status/2')).status).toBe(404);
    const signed = await rows<{ list: number }>(sql`SELECT list AS "list" FROM status_list`);
    expect(signed.map(({ list }) => Number(list)).filter((list) => list > 1)).toEqual([]);
  }, 60_000);
});
