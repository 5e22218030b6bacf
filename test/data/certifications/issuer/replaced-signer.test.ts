import { IssuerKey } from '../../../../src/certifications/issuer/data/issuer-key.entity.js';
import { GenuineKeys, IssuerKeys } from '../../../../src/certifications/index.js';
import { SYSTEM, UnitOfWork } from '../../../../src/platform/index.js';
import { legacySigningKeys, pemIn } from '../../../builders/signer-of-before.js';
import { documentsOf } from '../../../http/certifications/sealed.js';
import { certificateSteps } from '../../../http/certifications/certificate-steps.js';
import { TEST_START, TestAcademy } from '../../../support/app.js';
import { commandLineOf } from '../../../support/operator.js';

describe('a signer of papers whose purpose PDF readers do not take', () => {
  let academy: TestAcademy;
  const { one } = certificateSteps(() => academy);
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  it('gives way to another at the start, and stays a key that the product vouches for', async () => {
    const [root, old] = await legacySigningKeys(TEST_START);
    const keys = academy.app.get(IssuerKeys);
    await keys.ready();
    await academy.app.get(UnitOfWork).run(SYSTEM, async (tx) => {
      const signing = await tx.of(IssuerKey).findBy([
        { kind: 'paperRoot', state: 'active' },
        { kind: 'paperSigner', state: 'active' },
      ]);
      await keys.change(
        tx,
        signing.map(({ id }) => id),
        async () => {
          for (const { id } of signing) await tx.of(IssuerKey).update({ id }, { state: 'retired', retiredAt: tx.now });
        },
      );
      for (const key of [root, old]) await keys.store(tx, key);
      await tx.audit('story.told', { type: 'issuerKey', id: 'x', label: 'x' });
    });
    await academy.restart();
    const { paper } = await academy.app.get(IssuerKeys).ready();
    expect([paper.rootPem.trim(), paper.signerPem === pemIn(old)]).toEqual([pemIn(root).trim(), false]);

    const retired = (await academy.app.get(GenuineKeys).rows()).find(({ keyId }) => keyId === old.keyId);
    expect(retired).toMatchObject({ state: 'retired', retiredAt: expect.any(Number) as number });
    await documentsOf(academy, (await one('方正', null)).row);
    expect(await commandLineOf(academy.config)('verify-log')).toMatchObject({ code: 0, errors: '' });
  }, 120_000);
});
