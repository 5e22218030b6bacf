import { IssuerKeys } from '../../../../src/certifications/index.js';
import { TestAcademy } from '../../../support/app.js';
import { DATABASE } from '../../../support/database.js';
import { signedIn } from '../../../support/people.js';

const MATERIALS = [
  '{',
  'null',
  '{}',
  '{"jwk":{}}',
  '{"jwk":{"kty":"OKP","crv":"Ed25519","x":"!"}}',
  '{"jwk":{"kty":"RSA","n":"AQAB","e":"AQAB"}}',
  '{"certificatePem":"no certificate","chainPem":[]}',
];

describe(`a key whose material somebody has made unreadable, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  beforeEach(async () => {
    academy = await TestAcademy.open();
    await academy.app.get(IssuerKeys).ready();
  }, 60_000);
  afterEach(async () => {
    academy.takeErrors();
    await academy.close();
  });

  it.each(['assertion', 'jwt', 'log', 'paperSigner'])('keeps no address from answering: %s', async (kind) => {
    const { write } = academy.connections;
    const copied = await write.query<Record<string, unknown>[]>(`SELECT * FROM issuer_key WHERE kind = '${kind}'`);
    for (const [index, material] of MATERIALS.entries()) {
      const row = {
        ...copied[0],
        id: `00000000-0000-7000-8000-0000000000f${index}`,
        key_id: `forged-${index}`,
        material,
        state: 'retired',
        retired_at: 5,
      };
      const values = Object.values(row).map((value) => (value === null ? 'NULL' : `'${String(value)}'`));
      await write.query(`INSERT INTO issuer_key (${Object.keys(row).join(', ')}) VALUES (${values.join(', ')})`);
    }
    await academy.restart();
    for (const path of ['/.well-known/did.json', '/status/1', '/issuer', '/log/checkpoint'])
      expect((await academy.client().get(path)).status).toBeLessThan(500);
    const office = await signedIn(academy, 'administrator');
    expect((await office.get('/office/issuer-keys')).status).toBe(200);
  });
});
