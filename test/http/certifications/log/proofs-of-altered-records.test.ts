import { readEntry } from '../../../../src/certifications/log/log/entry.js';
import { readTlogProof } from '../../../../src/certifications/log/log/tlog-proof.js';
import { credentialHash } from '../../../../src/certifications/documents/credential/signing.js';
import { TestAcademy } from '../../../support/app.js';
import { disableTriggers } from '../../../support/behind-the-back.js';
import { certificateSteps, type Row } from '../certificate-steps.js';
import { graduates } from '../graduates.js';

describe('proofs of the log while two certificates have each other’s address', () => {
  let academy: TestAcademy;
  let valid: Row;
  let revoked: Row;
  let credential: string;
  const { issue, revoke, certificatesOf } = certificateSteps(() => academy);
  const proof = (token: string, query = '') => academy.client().get(`/c/${token}.tlog-proof${query}`);
  const setToken = ({ id }: Row, token: string): Promise<unknown> =>
    academy.connections.write.query(`UPDATE certificate SET token = '${token}' WHERE id = '${id}'`);

  beforeAll(async () => {
    academy = await TestAcademy.open();
    const scenario = await graduates(academy, { names: [{ name: '王芳' }, { name: '李娜' }] });
    await issue(scenario);
    [valid, revoked] = (await certificatesOf(scenario)) as [Row, Row];
    await revoke(revoked);
    credential = credentialHash((await academy.client().get(`/c/${valid.token}.json`)).text);
  }, 120_000);
  afterAll(() => academy.close());

  const credentialIn = (text: string): string | undefined =>
    readEntry(readTlogProof(text)!.entry.toString())?.credential;

  it('proves neither another certificate’s entry nor that there is none, and reports it', async () => {
    expect((await proof(valid.token, '?event=revoke')).status).toBe(404);
    expect((await proof(revoked.token, '?event=revoke')).status).toBe(200);
    const restore = await disableTriggers(academy, ['certificate']);
    await setToken(valid, 'x');
    await setToken(revoked, valid.token);
    await setToken(valid, revoked.token);
    try {
      for (const query of ['', '?event=revoke'])
        for (const { token } of [valid, revoked])
          expect([query, (await proof(token, query)).status]).toEqual([query, 503]);
    } finally {
      await setToken(valid, 'x');
      await setToken(revoked, revoked.token);
      await setToken(valid, valid.token);
      await restore();
    }
    expect(academy.takeErrors().join()).toContain(revoked.number);
    expect(credentialIn((await proof(valid.token)).text)).toBe(credential);
    expect((await proof(valid.token, '?event=revoke')).status).toBe(404);
    expect((await proof(revoked.token, '?event=revoke')).status).toBe(200);
  });

  it('proves nothing of a certificate whose address was altered', async () => {
    const restore = await disableTriggers(academy, ['certificate']);
    await setToken(valid, 'x');
    try {
      expect((await proof(valid.token)).status).toBe(503);
    } finally {
      await setToken(valid, valid.token);
      await restore();
    }
    academy.takeErrors();
  });
});
