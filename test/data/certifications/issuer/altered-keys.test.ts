import sql from 'sql-template-tag';
import { GenuineKeys, IssuerKeys, SignCertificates, VerifyCertificate } from '../../../../src/certifications/index.js';
import { DeclareKeyCompromised } from '../../../../src/certifications/issuer/actions/declare-key-compromised.js';
import { RotateIssuerKey } from '../../../../src/certifications/issuer/actions/rotate-issuer-key.js';
import { OwnRegisterWriter } from '../../../../src/certifications/binding/index.js';
import {
  allIssuerKeys,
  type IssuerKeyRow,
  signingKeys,
  storedIssuerKeys,
} from '../../../../src/certifications/issuer/data/issuer-keys.js';
import { LogHasBeenChanged } from '../../../../src/certifications/log/index.js';
import { Busy, type QueryFunction, ReadDatabase, SYSTEM, UnitOfWork } from '../../../../src/platform/index.js';
import { certificateSteps } from '../../../http/certifications/certificate-steps.js';
import { documentsOf } from '../../../http/certifications/sealed.js';
import { TestAcademy } from '../../../support/app.js';
import { disableTriggers } from '../../../support/behind-the-back.js';
import { DATABASE } from '../../../support/database.js';
import { commandLineOf } from '../../../support/operator.js';

const FORMS = ['json', 'jwt', 'png', 'pdf'] as const;

describe(`a key whose row somebody alters, on ${DATABASE}`, () => {
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

  const write = (text: string): Promise<unknown> => academy.connections.write.query(text);
  const keyIn = async (state: string): Promise<IssuerKeyRow> =>
    (await allIssuerKeys(academy.app.get(ReadDatabase).query)).find(
      (row) => row.kind === 'assertion' && row.state === state,
    )!;
  const whileAltered = async <T>({ id }: { id: string }, act: () => Promise<T>): Promise<T> => {
    await write(`UPDATE issuer_key SET note = '' WHERE id = '${id}'`);
    try {
      return await act();
    } finally {
      await write(`UPDATE issuer_key SET note = NULL WHERE id = '${id}'`);
    }
  };

  it('is neither rotated nor declared compromised meanwhile: nothing would bind what was decided', async () => {
    const [rotate, declare] = [academy.app.get(RotateIssuerKey), academy.app.get(DeclareKeyCompromised)];
    const first = await keyIn('active');
    await whileAltered(first, () => expect(rotate.execute(SYSTEM, first.id)).rejects.toThrow(LogHasBeenChanged));
    await rotate.execute(SYSTEM, first.id);
    await whileAltered(first, () =>
      expect(declare.execute(SYSTEM, { id: first.id, note: '外泄' })).rejects.toThrow(LogHasBeenChanged),
    );
    expect(await keyIn('retired')).toMatchObject({ id: first.id });
    await declare.execute(SYSTEM, { id: first.id, note: '外泄' });
    expect(await keyIn('compromised')).toMatchObject({ id: first.id });
    expect(await commandLineOf(academy.config)('verify-log')).toMatchObject({ code: 0, errors: '' });
  });

  it('is not declared compromised without a successor where it seems to be retired until then', async () => {
    const [keys, unitOfWork, declare] = [IssuerKeys, UnitOfWork, DeclareKeyCompromised].map((one) =>
      academy.app.get(one),
    ) as [IssuerKeys, UnitOfWork, DeclareKeyCompromised];
    const key = await keyIn('active');
    const restoreTriggers = await disableTriggers(academy, ['issuer_key']);
    const run = unitOfWork.run.bind(unitOfWork);
    keys.present = async () => {
      await IssuerKeys.prototype.present.call(keys);
      await write(`UPDATE issuer_key SET state = 'retired', retired_at = created_at WHERE id = '${key.id}'`);
    };
    unitOfWork.run = async (actor, act) => {
      await write(`UPDATE issuer_key SET state = 'active', retired_at = NULL WHERE id = '${key.id}'`);
      return run(actor, act);
    };
    await expect(declare.execute(SYSTEM, { id: key.id, note: '外泄' })).rejects.toThrow(LogHasBeenChanged);
    for (const one of [keys, unitOfWork]) for (const name of ['present', 'run']) Reflect.deleteProperty(one, name);
    await write(`UPDATE issuer_key SET state = 'active', retired_at = NULL WHERE id = '${key.id}'`);
    await restoreTriggers();
    await declare.execute(SYSTEM, { id: key.id, note: '外泄' });
    expect((await keyIn('active')).id).not.toBe(key.id);
  });

  it('is not taken for missing where it decides what a new root replaces', async () => {
    const [unitOfWork, genuine] = [academy.app.get(UnitOfWork), academy.app.get(GenuineKeys)];
    const [rotate, { query }] = [academy.app.get(RotateIssuerKey), academy.app.get(ReadDatabase)];
    const active = async (): Promise<IssuerKeyRow[]> =>
      (await allIssuerKeys(query)).filter(({ state }) => state === 'active');
    const before = await active();
    const [root, signer] = ['paperRoot', 'paperSigner'].map((kind) => before.find((one) => one.kind === kind)!);
    const note = (text: string | null) => sql`UPDATE issuer_key SET note = ${text} WHERE id = ${signer!.id}`;
    const run = unitOfWork.run.bind(unitOfWork);
    unitOfWork.run = (actor, act) =>
      run(actor, async (tx) => {
        await tx.query(note(''));
        return act(tx);
      });
    genuine.rowsWithin = async (within) => {
      await within(note(null));
      return GenuineKeys.prototype.rowsWithin.call(genuine, within);
    };
    await expect(rotate.execute(SYSTEM, root!.id, academy.app.get(IssuerKeys).nameOfNewRoot())).rejects.toThrow(Busy);
    Reflect.deleteProperty(unitOfWork, 'run');
    Reflect.deleteProperty(genuine, 'rowsWithin');
    expect(await active()).toEqual(before);
  });

  it('is no key of the academy where the state that lists it was put back', async () => {
    const { query } = academy.app.get(ReadDatabase);
    const { key, seen } = academy.app.get(OwnRegisterWriter);
    const { did } = academy.app.get(IssuerKeys);
    const writer = { key, seen, wrote: () => undefined };
    const ahead = { ...writer, seen: { ...seen, changes: seen.changes + 1 } };
    expect((await storedIssuerKeys(query, writer))?.lost).toEqual([]);
    expect(await storedIssuerKeys(query, ahead)).toBeNull();
    expect(await signingKeys(query, did, ahead)).toMatchObject({ boundKeys: '', keys: [] });
  });

  it('is not taken for put back because another request has seen a later change meanwhile', async () => {
    const { query } = academy.app.get(ReadDatabase);
    const { key, seen } = academy.app.get(OwnRegisterWriter);
    let latest = seen;
    const writer = {
      key,
      get seen() {
        return latest;
      },
    };
    const whileOthersWrite: QueryFunction = async (statement) => {
      const rows = await query(statement);
      latest = { ...seen, changes: latest.changes + 1 };
      return rows as never;
    };
    expect((await storedIssuerKeys(whileOthersWrite, writer))?.lost).toEqual([]);
    latest = seen;
    expect((await signingKeys(whileOthersWrite, academy.app.get(IssuerKeys).did, writer)).keys).toHaveLength(5);
  });

  it('discredits no file that the academy has signed, and is reported', async () => {
    const { row } = await one('王芳', null);
    await academy.app.get(SignCertificates).execute();
    const files = await documentsOf(academy, row);
    const verdicts = async (): Promise<string[]> => {
      const found: string[] = [];
      for (const form of FORMS) found.push((await academy.app.get(VerifyCertificate).byFile(files[form])).verdict);
      return found;
    };
    expect(await verdicts()).toEqual(FORMS.map(() => 'valid'));
    const key = await keyIn('active');
    await whileAltered(key, async () => {
      expect(await verdicts()).toEqual(FORMS.map(() => 'couldNotCheck'));
      for (const path of ['/.well-known/did.json', '/issuer'])
        expect(await academy.client().get(path)).toMatchObject({ status: 503 });
    });
    expect(await verdicts()).toEqual(FORMS.map(() => 'valid'));
    expect(
      await academy.app.get(ReadDatabase).query(sql`SELECT id AS "id" FROM register_alarm WHERE subject = 'issuerKey'`),
    ).toEqual([{ id: key.id }]);
  }, 60_000);
});
