import { HideCertificate } from '../../../../src/certifications/register/actions/hide-certificate.js';
import { ShowCertificate } from '../../../../src/certifications/register/actions/show-certificate.js';
import { SignCertificates } from '../../../../src/certifications/index.js';
import { TestAcademy } from '../../../support/app.js';
import { DATABASE } from '../../../support/database.js';
import { someone } from '../../../support/people.js';
import { Trainee } from '../../../../src/trainees/index.js';
import { certificateSteps, type Row } from '../../../http/certifications/certificate-steps.js';
import { wordsOf } from '../../../support/web-client.js';

const TIMES = 25;

describe(`a certificate whose holder hides and shows it while many look, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  let row: Row;
  const { one } = certificateSteps(() => academy);

  beforeAll(async () => {
    academy = await TestAcademy.open();
    ({ row } = await one('王芳', null));
    await academy.app.get(SignCertificates).execute();
  }, 60_000);
  afterAll(() => academy.close());

  it('is hidden or shown at each look, and never called altered', async () => {
    const holder = await someone(academy, { name: '王芳', email: 'holder@academy.example', roles: ['trainee'] });
    await academy.write(async (tx) => {
      const [found] = await tx.of(Trainee).find({ where: { name: '王芳' } });
      await tx.of(Trainee).update({ id: found!.id }, { accountId: holder.id });
      await tx.audit('trainee.linked', { type: 'trainee', id: found!.id, label: '王芳' });
    });
    let acting = true;
    const seen = new Set<string>();
    const looking = Array.from({ length: 4 }, async () => {
      while (acting) {
        const words = wordsOf((await academy.client().get(`/c/${row.token}`)).text);
        seen.add(
          words.includes('现在未能核验') ? 'could not check' : words.includes('这份证书有效') ? 'shown' : 'hidden',
        );
      }
    });
    for (let times = 0; times < TIMES; times += 1) {
      await academy.app.get(HideCertificate).execute(holder, row.id);
      await academy.app.get(ShowCertificate).execute(holder, row.id);
    }
    acting = false;
    await Promise.all(looking);
    expect([...seen]).toContain('shown');
    expect([...seen]).not.toContain('could not check');
  }, 180_000);
});
