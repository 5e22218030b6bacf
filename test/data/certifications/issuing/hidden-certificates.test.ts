import sql from 'sql-template-tag';
import { RevokeCertificate } from '../../../../src/certifications/lifecycle/actions/revoke-certificate.js';
import { ReadDatabase } from '../../../../src/platform/index.js';
import { certificateSteps, type Row } from '../../../http/certifications/certificate-steps.js';
import { type Graduates, graduates } from '../../../http/certifications/graduates.js';
import { TestAcademy } from '../../../support/app.js';
import { disableTriggers, withTampering } from '../../../support/behind-the-back.js';
import { DATABASE } from '../../../support/database.js';
import { person, signedIn } from '../../../support/people.js';
import { type WebClient, wordsOf } from '../../../support/web-client.js';

describe(`an issue for somebody whose certificate is hidden for a moment, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  let office: WebClient;
  let giveBack: () => Promise<void>;
  const { certificatesOf, issue } = certificateSteps(() => academy);
  beforeAll(async () => {
    academy = await TestAcademy.open();
    office = await signedIn(academy, 'administrator');
    giveBack = await disableTriggers(academy, ['certificate', 'certificate_binding']);
  }, 60_000);
  afterAll(async () => {
    await giveBack();
    await academy.close();
  });

  const revoked = async (): Promise<{ scenario: Graduates; row: Row }> => {
    const scenario = await graduates(academy, { names: [{ name: '李文强' }] });
    await issue(scenario);
    const [row] = (await certificatesOf(scenario)) as [Row];
    await academy.app
      .get(RevokeCertificate)
      .execute(await person(academy, 'administrator'), row.id, { reasonClass: 'misconduct', reason: '代人签到' });
    return { scenario, row };
  };
  const all = <T>(text: string): Promise<T> => academy.connections.write.query<T>(text);
  const count = () => academy.app.get(ReadDatabase).count(sql`SELECT COUNT(*) FROM certificate`);
  const stored = (value: unknown): string => (value === null ? 'NULL' : `'${String(value)}'`);

  /** Tries to issue while a row is hidden. */
  const issueWhile = async ({ cohort }: Graduates, hides: readonly string[], showsAgain: readonly string[]) => {
    const path = `/office/cohorts/${cohort.code}/certificates`;
    const before = await count();
    const answer = await withTampering(academy, { apply: hides, undo: showsAgain }, () => office.post(path, {}, path));
    expect([answer.status, wordsOf(answer.text)]).toEqual([422, expect.stringContaining('无法确认') as string]);
    expect(await count()).toBe(before);
  };

  it.each([
    ['another state', "state = 'superseded', revoked_at = NULL, reason = NULL"],
    ['no enrolment', 'enrolment_id = NULL'],
  ])('begins nothing while its row says %s', async (_, hides) => {
    const { scenario, row } = await revoked();
    const [before] = await all<Record<string, unknown>[]>(`SELECT * FROM certificate WHERE id = '${row.id}'`);
    const genuine = ['state', 'revoked_at', 'reason', 'enrolment_id'].map(
      (name) => `${name} = ${stored(before![name])}`,
    );
    await issueWhile(
      scenario,
      [`UPDATE certificate SET ${hides} WHERE id = '${row.id}'`],
      [`UPDATE certificate SET ${genuine.join(', ')} WHERE id = '${row.id}'`],
    );
    expect(academy.takeErrors()).toHaveLength(1);
  });

  it('begins nothing, for another achievement of the course either', async () => {
    const { scenario, row } = await revoked();
    const other = await graduates(academy, { names: [{ name: '王芳' }] });
    const leadsTo = (achievement: string): string =>
      `UPDATE course SET achievement_id = '${achievement}' WHERE id = '${scenario.cohort.courseId}'`;
    const path = `/office/cohorts/${scenario.cohort.code}/certificates`;
    await withTampering(
      academy,
      { apply: [leadsTo(other.achievementId)], undo: [leadsTo(scenario.achievementId)] },
      async () => expect(wordsOf((await office.get(path)).text)).toContain(`证书 ${row.number} 已吊销`),
    );
    const [certificate] = await all<{ enrolment_id: string }[]>(
      `SELECT enrolment_id FROM certificate WHERE id = '${row.id}'`,
    );
    const belongsTo = (enrolment: string): string =>
      `UPDATE certificate SET enrolment_id = ${enrolment} WHERE id = '${row.id}'`;
    await issueWhile(
      scenario,
      [leadsTo(other.achievementId), belongsTo('NULL')],
      [leadsTo(scenario.achievementId), belongsTo(`'${certificate!.enrolment_id}'`)],
    );
    expect(academy.takeErrors()).toHaveLength(1);
  });

  it('begins nothing while its binding is gone as well', async () => {
    const { scenario, row } = await revoked();
    const [certificate] = await all<{ enrolment_id: string }[]>(
      `SELECT enrolment_id FROM certificate WHERE id = '${row.id}'`,
    );
    const [binding] = await all<Record<string, unknown>[]>(
      `SELECT * FROM certificate_binding WHERE certificate_id = '${row.id}'`,
    );
    const hidden = (enrolment: string): string =>
      `UPDATE certificate SET enrolment_id = ${enrolment} WHERE id = '${row.id}'`;
    await issueWhile(
      scenario,
      [`DELETE FROM certificate_binding WHERE certificate_id = '${row.id}'`, hidden('NULL')],
      [
        hidden(`'${certificate!.enrolment_id}'`),
        `INSERT INTO certificate_binding (${Object.keys(binding!).join(', ')})
           VALUES (${Object.values(binding!).map(stored).join(', ')})`,
      ],
    );
    academy.takeErrors();
  });
});
