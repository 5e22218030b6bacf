import { AcademyProfile } from '../../../../src/accounts/index.js';
import { aCredential, anIssuer, type Issuer } from '../../../builders/issuers.js';
import { TestAcademy } from '../../../support/app.js';
import { wordsOf } from '../../../support/web-client.js';
import { certificateSteps } from '../certificate-steps.js';

const CLAIMS_NAME = '文件自称由本学院颁发，但没有本学院的签名';

describe('a file that uses the academy’s name, while somebody has altered the name in the database', () => {
  let academy: TestAcademy;
  let other: Issuer;
  let name: string;
  const { one } = certificateSteps(() => academy);
  beforeAll(async () => {
    academy = await TestAcademy.open();
    other = await anIssuer(null);
    name = academy.app.get(AcademyProfile).current()!.nameZh;
  });
  beforeEach(() => academy.clock.moveTo(academy.clock.now() + 16 * 60_000));
  afterAll(() => academy.close());

  const verify = async (): Promise<string> => {
    const credential = await other.sign(aCredential(other.did, { issuer: { id: other.did, type: ['Profile'], name } }));
    const browser = academy.client();
    await browser.get('/verify');
    const bytes = Buffer.from(JSON.stringify(credential));
    const file = { field: 'file', name: 'f', type: 'application/json', bytes };
    return wordsOf((await browser.upload('/verify/file', {}, file)).text);
  };

  it('is called out all the same: the academy’s certificates carry its real name', async () => {
    await one('王芳');
    expect(await verify()).toContain(CLAIMS_NAME);
    await academy.connections.write.query(`UPDATE academy SET name_zh = '学院', name_en = 'Academy'`);
    await academy.app.get(AcademyProfile).refresh();
    expect(await verify()).toContain(CLAIMS_NAME);
  });
});
