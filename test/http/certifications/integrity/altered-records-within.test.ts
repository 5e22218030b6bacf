import { SignCertificates } from '../../../../src/certifications/index.js';
import { TestAcademy } from '../../../support/app.js';
import { disableTriggers } from '../../../support/behind-the-back.js';
import { signedIn } from '../../../support/people.js';
import { type WebClient, wordsOf } from '../../../support/web-client.js';
import { type Held, held } from '../held.js';

const ALTERED = '证书记录与颁发时不一致';
const UNCHECKED = '未能核验';

describe('an altered record, to those who sign in', () => {
  let academy: TestAcademy;
  let one: Held;
  let office: WebClient;
  const forged = '张冒名';
  const words = async (client: WebClient, path: string): Promise<string> => wordsOf((await client.get(path)).text);
  const status = async (client: WebClient, path: string): Promise<number> => (await client.get(path)).status;

  beforeAll(async () => {
    academy = await TestAcademy.open();
    one = await held(academy, '王芳');
    await academy.app.get(SignCertificates).execute();
    office = await signedIn(academy, 'administrator');
    await disableTriggers(academy, ['certificate']);
    await academy.connections.write.query(
      `UPDATE certificate SET recipient_name = '${forged}', facts = '${one.row.facts.replaceAll('王芳', forged)}' WHERE id = '${one.row.id}'`,
    );
  }, 60_000);
  afterEach(() => academy.takeErrors());
  afterAll(() => academy.close());

  it('is a page of its own in the office, which says what to do and shows nothing of it', async () => {
    const shown = await words(office, `/office/certificates/${one.row.id}`);
    expect(shown).toContain(ALTERED);
    expect(shown).toContain('verify-log');
    expect(shown).not.toContain(forged);
  });

  it('is no valid line of the office’s list and of its file', async () => {
    const list = await words(office, '/office/certificates');
    expect(list).toContain(UNCHECKED);
    const file = (await office.get('/office/certificates.csv')).text;
    expect(file).toMatch(new RegExp(`${one.row.number}.*,${UNCHECKED},`));
    for (const shown of [list, file]) expect(shown).not.toContain(forged);
    expect(file).not.toContain(',有效,');
  });

  it('is printed and drawn for nobody', async () => {
    for (const name of ['paper.pdf', 'picture.svg'])
      for (const [client, path] of [
        [office, `/office/certificates/${one.row.id}`],
        [one.holder, one.path],
      ] as const)
        expect(await status(client, `${path}/${name}`)).toBe(404);
  });

  it('is shown to its holder as one that could not be checked', async () => {
    for (const path of ['/my/certificates', one.path]) {
      const shown = await words(one.holder, path);
      expect(shown).toContain(UNCHECKED);
      expect(shown).not.toContain(forged);
    }
  });

  it.each(['revocation', 'replacement', 'renewal'])('is refused by the form of a %s before it is sent', async (act) => {
    expect(await words(office, `/office/certificates/${one.row.id}/${act}`)).toContain(
      '的记录与颁发时不一致，不能再据此办理',
    );
  });
});
