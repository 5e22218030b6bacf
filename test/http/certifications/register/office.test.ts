import { PrerequisitesByCertificates } from '../../../../src/certifications/index.js';
import { ReadDatabase } from '../../../../src/platform/index.js';
import { TEST_START, TestAcademy } from '../../../support/app.js';
import { signedIn } from '../../../support/people.js';
import { wordsOf } from '../../../support/web-client.js';
import { certificateSteps } from '../certificate-steps.js';

describe('certificates in hand', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  beforeEach(() => academy.clock.moveTo(TEST_START));
  afterAll(() => academy.close());
  const { one, revoke } = certificateSteps(() => academy);

  describe('for those who hold and manage them', () => {
    it('stands on the trainee’s own page, and on nobody else’s', async () => {
      const { scenario, row } = await one('张弛', null);
      const own = await (await signedIn(academy, scenario.trainees[0]!)).get('/my/certificates');
      expect(wordsOf(own.text)).toContain(row.number);
      const other = await one('孔明', null);
      expect(
        wordsOf((await (await signedIn(academy, other.scenario.trainees[0]!)).get('/my/certificates')).text),
      ).not.toContain(row.number);
    });

    it('is found in the office by name, number, verdict and cohort, and goes to Excel', async () => {
      const { scenario, row } = await one('=曹操', 'Cao Cao');
      const office = await signedIn(academy, 'coordinator');
      for (const query of [
        'q=cao+cao',
        `q=${row.number.toLowerCase()}`,
        `cohort=${scenario.cohort.code}`,
        `verdict=valid&q=cao&year=2026`,
      ]) {
        expect(wordsOf((await office.get(`/office/certificates?${query}`)).text)).toContain(row.number);
      }
      expect(wordsOf((await office.get('/office/certificates?q=%25')).text)).not.toContain(row.number);
      const file = await office.get('/office/certificates.csv?q=cao');
      expect(file.text.startsWith('\uFEFF')).toBe(true);
      expect(file.text).toContain("'=曹操");
      expect((await office.get(`/office/certificates/${row.id}`)).status).toBe(200);
      expect((await office.get('/office/certificates/not-an-id')).status).toBe(404);
    });

    it('counts as a prerequisite held, while it holds', async () => {
      const { scenario, row } = await one('严冬', null, 12);
      const ask = <R>(query: Parameters<ReadDatabase['query']>[0]) => academy.app.get(ReadDatabase).query<R>(query);
      const { traineeId } = scenario.trainees[0]!;
      const held = async (day: string) => {
        const all = await academy.app.get(PrerequisitesByCertificates).heldBy(ask, [traineeId], day);
        return [...all.get(traineeId)!];
      };
      expect([await held('2026-03-02'), await held('2027-03-02'), await held('2027-03-03')]).toEqual([
        [scenario.achievementId],
        [scenario.achievementId],
        [],
      ]);
      await revoke(row);
      expect(await held('2026-03-02')).toEqual([]);
    });
  });
});
