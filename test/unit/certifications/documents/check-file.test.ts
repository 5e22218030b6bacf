import { checkFile } from '../../../../src/certifications/documents/credential/checks/check-file.js';
import type { OwnKeys } from '../../../../src/certifications/documents/credential/checks/check-keys.js';
import { verdictFrom } from '../../../../src/certifications/core/domain/verdict.js';
import { aCredential, anIssuer, type Issuer } from '../../../builders/issuers.js';

describe('a file that somebody hands in', () => {
  let academy: Issuer;
  let other: Issuer;
  let selfMade: Issuer;
  beforeAll(async () => {
    [academy, other, selfMade] = await Promise.all([
      anIssuer('academy.example'),
      anIssuer('other.example'),
      anIssuer(null),
    ]);
  });

  /** Each step, as one line. */
  const steps = async (file: string | Buffer | object, keys: OwnKeys = academy.keys): Promise<string[]> => {
    const bytes = Buffer.isBuffer(file) ? file : Buffer.from(typeof file === 'string' ? file : JSON.stringify(file));
    return (await checkFile(bytes, keys)).checks.map(({ step, outcome, why }) =>
      [step, outcome, why].filter((part) => part !== null).join(' '),
    );
  };
  const good = () => academy.sign(aCredential(academy.did));
  const ALL_WELL = ['format ok', 'whole ok', 'signature ok', 'issuerKey ok'];
  const SELF_NAMED = ['format ok', 'whole ok', 'signature ok', 'issuerKey unknown selfNamed'];

  describe('as JSON', () => {
    it('is signed by the academy’s key', async () => {
      expect(await steps(await good())).toEqual(ALL_WELL);
      expect(
        await checkFile(Buffer.from(`\ufeff${JSON.stringify(await good(), null, 2)}\n`), academy.keys),
      ).toMatchObject({ form: 'json', ours: true, issuerId: academy.did });
    });

    it('with results and evidence is read as well', async () => {
      const rich = aCredential(academy.did, {
        evidence: [{ id: 'urn:uuid:6b1a3a52-4444-4e5b-8f43-0d8f4f9d0004', type: ['Evidence'], name: '实训报告' }],
      });
      (rich.credentialSubject as Record<string, unknown>).result = [{ type: ['Result'], value: '87' }];
      expect(await steps(await academy.sign(rich))).toEqual(ALL_WELL);
    });

    it('carries names of every kind, and each of them matters', async () => {
      const names = [
        '欧阳娜娜',
        '爨宝子',
        '䶮',
        '𠮷田',
        '阿依古丽·买买提',
        'Zoë Đặng',
        'José O’Neill-Smith',
        'Łukasz',
        'İbrahim',
        'ß',
        'Ǖ',
        '王\u3000芳',
        '彧',
        '赟',
        '犇淼',
        '나예린',
        'Владимир',
        '山﨑',
        'محمد',
        '👩‍🎓 Li',
      ];
      for (const name of names) {
        const identifier = [{ type: 'IdentityObject', hashed: false, identityHash: name, identityType: 'name' }];
        const credential = await academy.sign(
          aCredential(academy.did, {
            credentialSubject: { ...(aCredential(academy.did).credentialSubject as object), identifier },
          }),
        );
        expect(await steps(credential)).toEqual(ALL_WELL);
        expect(
          await steps(JSON.stringify(credential).replace(JSON.stringify(name), JSON.stringify(`${name}.`))),
        ).toContain('signature failed signatureWrong');
      }
    });

    it('that has expired still carries a signature that fits', async () => {
      expect(
        await steps(
          await academy.sign(
            aCredential(academy.did, { validFrom: '2019-01-01T00:00:00Z', validUntil: '2020-01-01T00:00:00Z' }),
          ),
        ),
      ).toEqual(ALL_WELL);
    });

    it('is found out where one character was changed', async () => {
      const text = JSON.stringify(await good());
      expect(await steps(text.replace('王芳', '王方'))).toEqual([
        'format ok',
        'whole ok',
        'signature failed signatureWrong',
        'issuerKey unknown',
      ]);
    });

    it('is found out where its status was taken away after signing', async () => {
      const credentialStatus = {
        id: 'https://academy.example/status/1#7',
        type: 'BitstringStatusListEntry',
        statusPurpose: 'revocation',
        statusListIndex: '7',
        statusListCredential: 'https://academy.example/status/1',
      };
      const { credentialStatus: taken, ...rest } = await academy.sign(aCredential(academy.did, { credentialStatus }));
      expect(taken).toBeDefined();
      expect(await steps({ ...rest, credentialStatus: taken })).toEqual(ALL_WELL);
      expect(await steps(rest)).toContain('signature failed signatureWrong');
    });

    it('is found out where a word was added that no context knows', async () => {
      expect(await steps({ ...(await good()), whatever: 'more' })).toContain('signature failed signatureWrong');
    });

    it('is JSON, and found out, where a text was added that a PDF begins with', async () => {
      const named = `{"x":"%PDF-",${JSON.stringify(await good()).slice(1)}`;
      for (const file of [named, `\ufeff ${named}\n`]) {
        expect(await checkFile(Buffer.from(file), academy.keys)).toMatchObject({ form: 'json', ours: true });
        expect(await steps(file)).toContain('signature failed signatureWrong');
      }
      expect((await checkFile(Buffer.from(`{"x":"%PDF-1.7\n%%EOF`), academy.keys)).form).toBe('pdf');
    });

    it('is found out where another key signed under the academy’s key id', async () => {
      const impostor = await anIssuer('academy.example');
      expect(impostor.keyId).toBe(academy.keyId);
      expect(await steps(await impostor.sign(aCredential(academy.did)))).toContain('signature failed signatureWrong');
    });

    it('is found out where issuer and key are of different parties', async () => {
      for (const party of [selfMade, other])
        expect(await steps(await party.sign(aCredential(academy.did)))).toEqual([
          'format ok',
          'whole ok',
          'signature unknown',
          'issuerKey failed keyNotIssuers',
        ]);
    });

    it('is found out where the academy is named with a key that it never had', async () => {
      const credential = await good();
      const proof = { ...(credential.proof as object), verificationMethod: `${academy.did}#key-77` };
      expect(await steps({ ...credential, proof })).toContain('issuerKey failed keyNotIssuers');
    });

    it('signed before the keys changed is still good', async () => {
      const credential = await good();
      const later = await anIssuer('academy.example');
      const second = { ...later.keys.assertion[0]!, id: `${academy.did}#key-9` };
      expect(await steps(credential, { ...academy.keys, assertion: [second, ...academy.keys.assertion] })).toEqual(
        ALL_WELL,
      );
    });

    it('of another issuer is checked where its key stands in its name, and could not be checked where it would have to be fetched', async () => {
      expect(await steps(await selfMade.sign(aCredential(selfMade.did)))).toEqual(SELF_NAMED);
      expect(
        (await checkFile(Buffer.from(JSON.stringify(await selfMade.sign(aCredential(selfMade.did)))), academy.keys))
          .ours,
      ).toBe(false);
      expect(await steps(await other.sign(aCredential(other.did)))).toEqual([
        'format ok',
        'whole ok',
        'signature unknown',
        'issuerKey unknown keyNotReachable',
      ]);
    });

    it('with a context that is not pinned, wherever it stands, could not be checked', async () => {
      const credential = await good();
      for (const strange of ['https://evil.example/context.json', { name: 'https://schema.org/nothing' }]) {
        expect(await steps({ ...credential, '@context': [...(credential['@context'] as string[]), strange] })).toEqual([
          'format ok',
          'whole ok',
          'signature unknown unknownContext',
          'issuerKey unknown',
        ]);
        expect(
          await steps({
            ...credential,
            credentialSubject: { ...(credential.credentialSubject as object), '@context': strange },
          }),
        ).toContain('signature unknown unknownContext');
      }
    });

    it('is judged by the issuer’s proof, whoever else has signed it', async () => {
      const { proof, ...unsigned } = await good();
      const added = { ...(proof as object), verificationMethod: `${other.did}#key-1` };
      const strange = { type: 'Ed25519Signature2020', proofValue: 'z3' };
      for (const proofs of [
        [proof, proof],
        [proof, added],
        [added, proof],
        [strange, added, proof],
      ])
        expect(await steps({ ...unsigned, proof: proofs })).toEqual(ALL_WELL);
      expect(await steps({ ...unsigned, name: '更改', proof: [proof, added] })).toContain(
        'signature failed signatureWrong',
      );
      expect(await steps({ ...unsigned, proof: [added, added] })).toContain('issuerKey failed keyNotIssuers');
      expect(
        await steps({
          ...unsigned,
          proof: Array<object>(4)
            .fill(strange)
            .concat(proof as object),
        }),
      ).toContain('signature unknown unknownProof');
      expect(await steps({ ...unsigned, proof: { ...(proof as object), previousProof: 'urn:uuid:1' } })).toContain(
        'signature unknown unknownProof',
      );
    });

    it('with an unknown kind of proof or none is not taken for signed', async () => {
      const { proof, ...unsigned } = await good();
      expect(await steps(unsigned)).toContain('signature unknown notSigned');
      expect(await steps({ ...unsigned, proof: { ...(proof as object), cryptosuite: 'ecdsa-sd-2023' } })).toContain(
        'signature unknown unknownProof',
      );
      expect(await steps({ ...unsigned, proof: { ...(proof as object), proofPurpose: 'authentication' } })).toContain(
        'signature unknown unknownProof',
      );
    });
  });

  it('is never called valid unless every step went well', async () => {
    const verdictOf = async (file: object): Promise<string> =>
      verdictFrom((await checkFile(Buffer.from(JSON.stringify(file)), academy.keys)).checks);
    expect(await verdictOf(await other.sign(aCredential(other.did)))).toBe('couldNotCheck');
    expect(await verdictOf(await other.sign(aCredential(academy.did)))).toBe('invalid');
  });
});
