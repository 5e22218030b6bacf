import { DeclareKeyCompromised } from '../../../../src/certifications/issuer/actions/declare-key-compromised.js';
import { RotateIssuerKey } from '../../../../src/certifications/issuer/actions/rotate-issuer-key.js';
import { IssuerKey } from '../../../../src/certifications/issuer/data/issuer-key.entity.js';
import { allIssuerKeys, type IssuerKeyRow } from '../../../../src/certifications/issuer/data/issuer-keys.js';
import { IssuerKeys, SignCertificates, VerifyCertificate } from '../../../../src/certifications/index.js';
import { OwnRegisterWriter } from '../../../../src/certifications/binding/index.js';
import { appendToLog, LogHasBeenChanged } from '../../../../src/certifications/log/index.js';
import { A_MINUTE, Busy, fingerprint, ReadDatabase, SYSTEM } from '../../../../src/platform/index.js';
import { certificateSteps } from '../../../http/certifications/certificate-steps.js';
import { documentsOf } from '../../../http/certifications/sealed.js';
import { TestAcademy } from '../../../support/app.js';
import { disableTriggers } from '../../../support/behind-the-back.js';
import { DATABASE } from '../../../support/database.js';
import { commandLineOf } from '../../../support/operator.js';

describe(`the keys that sign, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  const { one } = certificateSteps(() => academy);

  beforeEach(async () => {
    academy = await TestAcademy.open();
    await academy.app.get(IssuerKeys).ready();
  }, 60_000);
  afterEach(async () => {
    academy.takeErrors();
    await academy.close();
  });

  const keys = (): IssuerKeys => academy.app.get(IssuerKeys);
  const write = (text: string): Promise<unknown> => academy.connections.write.query(text);
  const rows = (): Promise<IssuerKeyRow[]> => allIssuerKeys(academy.app.get(ReadDatabase).query);
  const assertionKeys = async (): Promise<Map<string, IssuerKeyRow>> =>
    new Map((await rows()).filter(({ kind }) => kind === 'assertion').map((row) => [row.state, row]));
  const activeId = async (kind: string): Promise<string> =>
    (await rows()).find((row) => row.kind === kind && row.state === 'active')!.id;

  it('are never one that was declared compromised and written back as active', async () => {
    await academy.app.get(DeclareKeyCompromised).execute(SYSTEM, { id: await activeId('assertion'), note: '外泄' });
    const now = await assertionKeys();
    const [compromised, active] = [now.get('compromised')!, now.get('active')!];
    await disableTriggers(academy, ['issuer_key']);
    await write(`UPDATE issuer_key SET state = 'retired', retired_at = created_at WHERE id = '${active.id}'`);
    // Not even another one is made: the academy's keys are not those that it stored.
    await expect(keys().ready()).rejects.toThrow(LogHasBeenChanged);
    await write(`UPDATE issuer_key SET state = 'active', retired_at = NULL, compromised_at = NULL, note = NULL
      WHERE id = '${compromised.id}'`);
    await expect(keys().ready()).rejects.toThrow(LogHasBeenChanged);
    expect((await rows()).length).toBe(6);

    await write(`UPDATE issuer_key SET state = 'compromised', retired_at = ${compromised.retiredAt},
      compromised_at = ${compromised.compromisedAt}, note = '外泄' WHERE id = '${compromised.id}'`);
    await write(`UPDATE issuer_key SET state = 'active', retired_at = NULL WHERE id = '${active.id}'`);
    expect((await keys().ready()).assertion.publicKeyMultibase).toBe(active.keyId);
  });

  it('are those of the register’s state, whatever is written into their table while they are in memory', async () => {
    await academy.app.get(RotateIssuerKey).execute(SYSTEM, await activeId('assertion'));
    const ring = await keys().ready();
    const now = await assertionKeys();
    await disableTriggers(academy, ['issuer_key']);
    await write(`UPDATE issuer_key SET state = 'retired' WHERE id = '${now.get('active')!.id}'`);
    await write(`UPDATE issuer_key SET state = 'active' WHERE id = '${now.get('retired')!.id}'`);
    expect((await keys().ready()).assertion).toEqual(ring.assertion);
  });

  it('log nothing once one of them was replaced, even if they were read before', async () => {
    const { row } = await one('王芳', null);
    const { log } = await keys().ready();
    await academy.app.get(RotateIssuerKey).execute(SYSTEM, await activeId('assertion'));
    const event = { certificateId: row.id, kind: 'issue', credentialHash: fingerprint(row.id) } as const;
    const appending = academy.write(async (tx) => {
      tx.withoutAudit('a test');
      const register = academy.app.get(OwnRegisterWriter);
      await appendToLog(tx, { signer: log, keys: keys(), register }, [event]);
    });
    await expect(appending).rejects.toThrow(Busy);
    await academy.app.get(SignCertificates).execute();
    expect(await commandLineOf(academy.config)('verify-log')).toMatchObject({ code: 0, errors: '' });
  });

  it('end no earlier than the last entry of the log, even if the clock goes back', async () => {
    const { row } = await one('王芳', null);
    await documentsOf(academy, row);
    academy.clock.moveTo(academy.clock.now() - A_MINUTE);
    await academy.app.get(DeclareKeyCompromised).execute(SYSTEM, { id: await activeId('assertion'), note: '外泄' });
    academy.clock.moveTo(academy.clock.now() + A_MINUTE);
    expect((await assertionKeys()).get('compromised')).toMatchObject({ compromisedAt: academy.clock.now() });
    expect(await commandLineOf(academy.config)('verify-log')).toMatchObject({ code: 0, errors: '' });
  });

  it('are named by verify-log, and vouch for no file, where one signed after it was declared compromised', async () => {
    const at = academy.clock.now();
    academy.clock.moveTo(at + A_MINUTE);
    const { row } = await one('王芳', null);
    const files = await documentsOf(academy, row);
    const ended = (await rows()).filter(({ kind }) => ['assertion', 'jwt', 'paperSigner'].includes(kind));
    await academy.write(async (tx) => {
      tx.withoutAudit('a test');
      await keys().change(
        tx,
        ended.map(({ id }) => id),
        async () => {
          for (const { id } of ended)
            await tx.of(IssuerKey).update({ id }, { state: 'compromised', retiredAt: at, compromisedAt: at });
        },
      );
    });
    const { code, errors } = await commandLineOf(academy.config)('verify-log');
    expect(code).toBe(1);
    for (const { did, keyId } of ended.filter(({ kind }) => kind !== 'paperSigner'))
      expect(errors).toContain(`Certificate ${row.number}: it was signed with key ${did}#${keyId}`);
    for (const form of ['json', 'jwt', 'pdf'] as const) {
      const { checks } = await academy.app.get(VerifyCertificate).byFile(files[form]);
      expect(checks).toContainEqual({ step: 'issuerKey', outcome: 'unknown', why: 'keyCompromised' });
    }
  });
});
