import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { aCredential, anIssuer } from '../../../builders/issuers.js';
import { TestAcademy } from '../../../support/app.js';
import { type Answer, wordsOf } from '../../../support/web-client.js';

describe('a file that is not a certificate of the academy', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  /**
   * How often one address may ask is a story of its own:
   * each of these begins a quarter of an hour after the one before.
   */
  beforeEach(() => academy.clock.moveTo(academy.clock.now() + 16 * 60_000));
  afterAll(() => academy.close());

  const check = async (bytes: Buffer | string, language = 'zh-CN', name = 'a.bin'): Promise<Answer> => {
    const client = academy.client(language);
    await client.get('/verify');
    return client.upload(
      '/verify/file',
      {},
      { field: 'file', name, type: 'application/octet-stream', bytes: Buffer.from(bytes) },
    );
  };
  const said = async (bytes: Buffer | string, language = 'zh-CN'): Promise<string> =>
    wordsOf((await check(bytes, language)).text);

  describe('of another issuer', () => {
    it('is said to be of others, and is never green', async () => {
      const self = await anIssuer(null);
      const answer = await check(JSON.stringify(await self.sign(aCredential(self.did))), 'en');
      const words = wordsOf(answer.text);
      for (const part of ['this academy did not issue it', '泉城学院', '王芳', self.did]) expect(words).toContain(part);
      expect(answer.text).not.toContain('callout-good');
    });

    it('could not be checked where its keys or its status stand elsewhere, and nobody elsewhere is asked', async () => {
      let asked = 0;
      const elsewhere: Server = createServer((_, response) => {
        asked += 1;
        response.statusCode = [200, 404, 500][asked % 3]!;
        setTimeout(() => response.end('{}'), 50);
      });
      await new Promise<void>((resolve) => {
        elsewhere.listen(0, '127.0.0.1', resolve);
      });
      const { port } = elsewhere.address() as AddressInfo;
      const fetching = globalThis.fetch;
      globalThis.fetch = () => {
        asked += 1;
        throw new Error('somebody fetched');
      };
      try {
        const web = await anIssuer(`127.0.0.1%3A${port}`);
        const self = await anIssuer(null);
        const list = `http://127.0.0.1:${port}/status/1`;
        const credentialStatus = {
          id: `${list}#7`,
          type: 'BitstringStatusListEntry',
          statusPurpose: 'revocation',
          statusListIndex: '7',
          statusListCredential: list,
        };
        const strange = {
          ...(await self.sign(aCredential(self.did))),
          '@context': ['https://www.w3.org/ns/credentials/v2', `http://127.0.0.1:${port}/context.json`],
        };
        for (const credential of [
          await web.sign(aCredential(web.did)),
          await self.sign(aCredential(self.did, { credentialStatus })),
          strange,
        ]) {
          const words = await said(JSON.stringify(credential), 'en');
          expect(words).toContain('This file could not be checked');
          expect(words).not.toContain('This certificate is valid');
        }
        expect(await said(await web.jwt(aCredential(web.did)), 'en')).toContain('could not be checked');
        expect(asked).toBe(0);
      } finally {
        globalThis.fetch = fetching;
        await new Promise((resolve) => {
          elsewhere.close(resolve);
        });
      }
    });
  });

  describe('that is none', () => {
    it('is answered with what to do', async () => {
      expect((await academy.client().post('/verify/file', {}, '/verify')).status).toBe(422);
      const photo = await check(readFileSync(new URL('../../../../views/assets/favicon.svg', import.meta.url)));
      expect([photo.status, wordsOf(photo.text)]).toEqual([
        200,
        expect.stringContaining('请选择学院颁发的 PDF') as string,
      ]);
    });

    it('is not read beyond 5 MB', async () => {
      const answer = await check(Buffer.alloc(5 * 1024 * 1024 + 10, 0x20));
      expect(answer.status).toBe(413);
      expect((await check(Buffer.alloc(5 * 1024 * 1024 - 2_000, 0x20))).status).toBe(200);
    });
  });
});
