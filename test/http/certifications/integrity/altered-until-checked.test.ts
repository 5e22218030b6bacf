import { CertificatesOfTrainees } from '../../../../src/certifications/index.js';
import { CheckRecords } from '../../../../src/certifications/binding/index.js';
import { TestAcademy } from '../../../support/app.js';
import { disableTriggers } from '../../../support/behind-the-back.js';
import { signedIn } from '../../../support/people.js';
import { type WebClient, wordsOf } from '../../../support/web-client.js';
import { certificateSteps, type Row } from '../certificate-steps.js';
import type { Graduates } from '../graduates.js';

const FORGED = '张冒名';

describe('a certificate whose rows are altered until they are checked, or from then on', () => {
  let academy: TestAcademy;
  let scenario: Graduates;
  let row: Row;
  let office: WebClient;
  const { one, revoke } = certificateSteps(() => academy);
  const write = async (statements: readonly string[]): Promise<void> => {
    for (const statement of statements) await academy.connections.write.query(statement);
  };

  /** What `ask` returns while the rows are altered before the certificate is checked, and changed again after it. */
  async function whileAltered<T>(
    { before = [], checked = [], after = [] }: Readonly<Record<string, readonly string[]>>,
    ask: () => Promise<T>,
  ): Promise<T> {
    const checks = academy.app.get(CheckRecords);
    const restore = await disableTriggers(academy, ['certificate']);
    await write(before);
    checks.execute = async (ids) => {
      await write(checked);
      const answer = await CheckRecords.prototype.execute.call(checks, ids);
      await write(after);
      return answer;
    };
    try {
      return await ask();
    } finally {
      Reflect.deleteProperty(checks, 'execute');
      await restore();
    }
  }

  beforeAll(async () => {
    academy = await TestAcademy.open();
    ({ scenario, row } = await one('王芳', null));
    office = await signedIn(academy, 'coordinator');
    const holder = await signedIn(academy, scenario.trainees[0]!);
    await holder.submit(`/my/certificates/${row.id}/hiding`, {}, `/my/certificates/${row.id}`);
    await revoke(row);
  }, 60_000);
  afterAll(() => academy.close());

  const asValid = (): { before: string[]; checked: string[] } => ({
    before: [
      `UPDATE certificate SET state = 'valid', revoked_at = NULL, reason = NULL, recipient_name = '${FORGED}',
        facts = '${row.facts.replaceAll('王芳', FORGED)}' WHERE id = '${row.id}'`,
    ],
    checked: [
      `UPDATE certificate SET state = 'revoked', revoked_at = (SELECT at FROM certificate_event WHERE certificate_id = '${row.id}' AND kind = 'revoked'),
        reason = (SELECT reason FROM certificate_event WHERE certificate_id = '${row.id}' AND kind = 'revoked'),
        recipient_name = '王芳', facts = '${row.facts}' WHERE id = '${row.id}'`,
    ],
  });

  it.each(['/office/certificates', '/office/certificates.csv'])('is listed at %s as it was checked', async (path) => {
    const listed = wordsOf((await whileAltered(asValid(), () => office.get(path))).text);
    expect(listed).toContain('王芳');
    expect(listed).not.toContain(FORGED);
    expect(listed.slice(listed.indexOf(row.number))).toContain('已吊销');
  });

  it('is listed on the trainee’s pages as it was checked', async () => {
    const { traineeId } = scenario.trainees[0]!;
    const list = () => academy.app.get(CertificatesOfTrainees).list(traineeId, academy.clock.today());
    expect((await whileAltered(asValid(), list)).map(({ state }) => state)).toEqual(['revoked']);
  });

  it('is not listed for a trainee to whom it never belonged', async () => {
    const other = await one('孔明', null);
    const { traineeId } = other.scenario.trainees[0]!;
    const moved = (id: string): string[] => [`UPDATE certificate SET trainee_id = '${id}' WHERE id = '${row.id}'`];
    const list = await whileAltered({ before: moved(traineeId), checked: moved(scenario.trainees[0]!.traineeId) }, () =>
      academy.app.get(CertificatesOfTrainees).list(traineeId, academy.clock.today()),
    );
    expect(list.map(({ number }) => number)).toEqual([other.row.number]);
  });

  it('is listed with the achievement that it prints', async () => {
    const rename = (name: string): string[] => [
      `UPDATE achievement SET name_zh = '${name}' WHERE id = '${scenario.achievementId}'`,
    ];
    const [printed] = /"nameZh":"([^"]+)"/.exec(row.facts)?.slice(1) ?? [''];
    const { traineeId } = scenario.trainees[0]!;
    await write(rename('总工程师'));
    const file = (await office.get(`/office/certificates.csv?q=${row.number}`)).text;
    const held = await academy.app.get(CertificatesOfTrainees).list(traineeId, academy.clock.today());
    expect(file).not.toContain('总工程师');
    expect(file).toContain(printed);
    expect(held.map(({ nameZh }) => nameZh)).toEqual([printed]);
  });

  it('shows when it was hidden as it was checked', async () => {
    const shown = await whileAltered(
      { after: [`UPDATE certificate_hiding SET shown_at = hidden_at + 60000 WHERE certificate_id = '${row.id}'`] },
      () => office.get(`/office/certificates/${row.id}`),
    );
    await write([`UPDATE certificate_hiding SET shown_at = NULL WHERE certificate_id = '${row.id}'`]);
    expect(wordsOf(shown.text)).toContain('持证人不公开');
    expect(wordsOf(shown.text)).not.toContain('重新公开');
  });
});
