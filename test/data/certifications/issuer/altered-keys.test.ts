import sql from 'sql-template-tag';
import { IssuerKeys, SignCertificates, VerifyCertificate } from '../../../../src/certifications/index.js';
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
import { type QueryFunction, ReadDatabase, SYSTEM } from '../../../../src/platform/index.js';
import { certificateSteps } from '../../../http/certifications/certificate-steps.js';
import { documentsOf } from '../../../http/certifications/sealed.js';
import { TestAcademy } from '../../../support/app.js';
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
