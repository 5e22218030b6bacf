import { TestAcademy } from '../../../support/app.js';
import { type Answer, wordsOf } from '../../../support/web-client.js';
import { certificateSteps } from '../certificate-steps.js';
import { documentsOf } from '../sealed.js';

const NOT_OURS = '没有本学院的签名';

describe('a certificate of the academy’s to which somebody has added something', () => {
  let academy: TestAcademy;
  let genuine: Record<string, unknown>;
  const { one } = certificateSteps(() => academy);
  beforeAll(async () => {
    academy = await TestAcademy.open();
    const { row } = await one('王芳', 'Wang Fang');
    genuine = JSON.parse((await documentsOf(academy, row)).json.toString()) as Record<string, unknown>;
  });
  beforeEach(() => academy.clock.moveTo(academy.clock.now() + 16 * 60_000));
  afterAll(() => academy.close());

  const verify = async (credential: object): Promise<Answer> => {
    const browser = academy.client();
    await browser.get('/verify');
    const bytes = Buffer.from(JSON.stringify(credential));
    return browser.upload('/verify/file', {}, { field: 'file', name: 'f', type: 'application/json', bytes });
  };
  const countersigned = (): object => {
    const [proof] = [genuine.proof].flat() as Record<string, unknown>[];
    return { ...genuine, proof: [proof, { ...proof, verificationMethod: 'did:key:z6MkOther#z6MkOther' }] };
  };
  const withContext = (): object => ({
    ...genuine,
    '@context': [...(genuine['@context'] as string[]), 'https://wallet.example/context.json'],
  });

  it.each([
    ['a second proof', countersigned],
    ['a context', withContext],
  ])('%s: could not be checked, and is not called false', async (_, credential) => {
    const { text } = await verify(credential());
    expect(text).not.toContain('callout-bad');
    expect(wordsOf(text)).not.toContain(NOT_OURS);
    expect(wordsOf(text)).toContain('这份文件未能核验');
  });

  it.each([
    ['a second proof', countersigned],
    ['a context', withContext],
  ])('%s, and changed its words: is called out in red', async (_, credential) => {
    const { text } = await verify({ ...credential(), name: '院士证书' });
    expect(text).toContain('callout-bad');
  });
});
