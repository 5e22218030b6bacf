import { AcademyProfile } from '../../../../src/accounts/index.js';
import { IssuerKeys } from '../../../../src/certifications/index.js';
import { OwnNames } from '../../../../src/certifications/verification/actions/own-names.js';
import { newId } from '../../../../src/platform/index.js';
import { aCredential, anIssuer, type Issuer } from '../../../builders/issuers.js';
import { TestAcademy } from '../../../support/app.js';
import { wordsOf } from '../../../support/web-client.js';
import { certificateSteps } from '../certificate-steps.js';

const CLAIMS_NAME = '文件自称由本学院颁发，但没有本学院的签名';

describe('a file that uses the academy’s name, while somebody has altered the name in the database', () => {
  let academy: TestAcademy;
  let other: Issuer;
  let name: string;
  let nameEn: string;
  const { one } = certificateSteps(() => academy);
  beforeAll(async () => {
    academy = await TestAcademy.open();
    other = await anIssuer(null);
    ({ nameZh: name, nameEn } = academy.app.get(AcademyProfile).current()!);
    for (const person of ['李明', '王芳', '赵六', '吴九']) await one(person);
    await academy.app.get(IssuerKeys).ready();
  });
  beforeEach(() => academy.clock.moveTo(academy.clock.now() + 16 * 60_000));
  afterEach(async () => {
    await show();
    await rename(name, nameEn);
    Reflect.deleteProperty(academy.app.get(OwnNames), 'execute');
    academy.takeErrors();
  });
  afterAll(() => academy.close());

  const verify = async (used = name): Promise<string> => {
    const credential = await other.sign(
      aCredential(other.did, { issuer: { id: other.did, type: ['Profile'], name: used } }),
    );
    const browser = academy.client();
    await browser.get('/verify');
    const bytes = Buffer.from(JSON.stringify(credential));
    const file = { field: 'file', name: 'f', type: 'application/json', bytes };
    return wordsOf((await browser.upload('/verify/file', {}, file)).text);
  };

  const rename = async (zh: string, en: string): Promise<void> => {
    await academy.connections.write.query(`UPDATE academy SET name_zh = '${zh}', name_en = '${en}'`);
    await academy.app.get(AcademyProfile).refresh();
  };
  const hide = (ids: readonly string[]): Promise<unknown[]> =>
    Promise.all(
      ids.map((id) =>
        academy.connections.write.query(
          `INSERT INTO certificate_hiding (id, certificate_id, hidden_at) VALUES ('${newId()}', '${id}', 1)`,
        ),
      ),
    );
  const show = (): Promise<unknown> =>
    academy.connections.write.query(`DELETE FROM certificate_hiding WHERE hidden_at = 1`);
  const ids = async (): Promise<string[]> =>
    (await academy.connections.write.query<{ id: string }[]>('SELECT id FROM certificate ORDER BY issued_at, id')).map(
      ({ id }) => id,
    );
  /** As after a start. */
  const forget = (): void => academy.app.get(OwnNames)['known'].clear();
  /** As if the academy had no root certificate, for one test. */
  const withoutRoots = (): void => {
    const names = academy.app.get(OwnNames);
    const execute = names.execute.bind(names);
    names.execute = () => execute([]);
  };

  it('is called out all the same: the academy’s certificates carry its real name', async () => {
    expect(await verify()).toContain(CLAIMS_NAME);
    await rename('学院', 'College');
    expect(await verify()).toContain(CLAIMS_NAME);
  });

  it('is called out while the newest certificates are altered, by older ones', async () => {
    await rename('学院', 'College');
    await hide((await ids()).slice(-3));
    forget();
    withoutRoots();
    expect(await verify()).toContain(CLAIMS_NAME);
  });

  it('is called out while all certificates are altered, by those read before', async () => {
    expect(await verify()).toContain(CLAIMS_NAME);
    await rename('学院', 'College');
    await hide(await ids());
    expect(await verify()).toContain(CLAIMS_NAME);
  });

  it('is called out by the name in the academy’s root certificate', async () => {
    await rename('学院', 'College');
    await hide(await ids());
    forget();
    expect(await verify(nameEn)).toContain(CLAIMS_NAME);
  });

  it('could not be checked while too few certificates are in order and the name is not known', async () => {
    await rename('学院', 'College');
    await hide(await ids());
    forget();
    withoutRoots();
    const page = await verify();
    for (const said of ['没有检查是否冒用本学院的名义', '未能核验']) expect(page).toContain(said);
    await show();
    expect(await verify()).toContain(CLAIMS_NAME);
  });
});
