import { checkFile } from '../../../../src/certifications/documents/credential/checks/check-file.js';
import { contextsWithinLimits } from '../../../../src/certifications/documents/credential/checks/context-limits.js';
import { pinnedLoader } from '../../../../src/certifications/documents/credential/contexts.js';
import { canonizingOnce } from '../../../../src/certifications/documents/credential/data-integrity.js';
import { verdictFrom } from '../../../../src/certifications/core/domain/verdict.js';
import { FileChecker } from '../../../../src/certifications/documents/index.js';
import { aCredential, anIssuer, type Issuer, OB3 } from '../../../builders/issuers.js';

const PROPERTY = 'https://example.org/p';
const SCOPED = ['VerifiableCredential', 'VerifiablePresentation', 'DataIntegrityProof'];

describe('a credential whose contexts take much work', () => {
  let issuer: Issuer;
  beforeAll(async () => {
    issuer = await anIssuer(null);
  });

  /** The steps and the verdict, each as one line. */
  const judged = async (credential: object): Promise<string[]> => {
    const { checks } = await checkFile(Buffer.from(JSON.stringify(credential)), issuer.keys);
    const steps = checks.map(({ step, outcome, why }) => [step, outcome, why].filter(Boolean).join(' '));
    return [...steps.slice(1), verdictFrom(checks)];
  };
  const signedAnd = async (members: object): Promise<object> => ({
    ...(await issuer.sign(aCredential(issuer.did))),
    ...members,
  });
  const nodes = (most: number, node: object): object => ({ [PROPERTY]: Array.from({ length: most }, () => node) });

  it.each([
    ['named in its nodes', nodes(300, { '@context': OB3.slice(0, 2) })],
    ['of the types of its nodes', nodes(400, { type: SCOPED })],
    ['of the types of its nodes, by the keyword', nodes(400, { '@type': SCOPED })],
    ['of its properties', nodes(1_100, { credentialSchema: {} })],
  ])('could not be checked: %s', async (_, members) => {
    expect(await judged(await signedAnd(members))).toEqual([
      'whole ok',
      'signature unknown fileTooDeep',
      'issuerKey unknown',
      'couldNotCheck',
    ]);
  });

  it('is checked, with twenty endorsements that are credentials themselves and a hundred results', async () => {
    const endorsement = {
      '@context': OB3.slice(0, 2),
      id: 'urn:uuid:6b1a3a52-4444-4e5b-8f43-0d8f4f9d0004',
      type: ['VerifiableCredential', 'EndorsementCredential'],
      issuer: { id: issuer.did, type: ['Profile'], name: '泉城学院' },
      validFrom: '2026-01-01T00:00:00Z',
      name: '认可',
      credentialSubject: { id: 'urn:uuid:6b1a3a52-2222-4e5b-8f43-0d8f4f9d0002', type: ['EndorsementSubject'] },
    };
    const plain = aCredential(issuer.did);
    const subject = plain.credentialSubject as object;
    const signed = await issuer.sign({
      ...plain,
      endorsement: Array.from({ length: 20 }, (_, at) => ({ ...endorsement, id: `urn:uuid:${at}` })),
      credentialSubject: {
        ...subject,
        result: Array.from({ length: 100 }, (_, at) => ({ type: ['Result'], value: String(at) })),
      },
    });
    expect(contextsWithinLimits(signed)).toBe(true);
    expect(await judged(signed)).toContain('signature ok');
  });
});

describe('the canonical form of a credential', () => {
  it('is made once, for all of its proofs', async () => {
    const canonize = canonizingOnce();
    const credential = aCredential('https://example.org');
    const options = { documentLoader: pinnedLoader() };
    const form = canonize(credential, options);
    expect(canonize({ ...credential }, options)).toBe(form);
    expect(await canonize({ ...credential, name: 'x' }, options)).not.toBe(await form);
  });
});

describe('the files of one sender', () => {
  it('are checked one at a time, beside those of others', async () => {
    const [checker, issuer] = [new FileChecker(), await anIssuer(null)];
    const beside = { keys: issuer.keys, academy: { names: [], hosts: [] } };
    const order: string[] = [];
    const good = await issuer.sign(aCredential(issuer.did));
    const check = async (sender: string, credential: object): Promise<string> => {
      const answer = await checker.execute(Buffer.from(JSON.stringify(credential)), beside, sender).then(
        () => 'checked',
        (fault: unknown) => (fault as Error).constructor.name,
      );
      order.push(`${sender} ${answer}`);
      return answer;
    };
    const costly = { ...good, [PROPERTY]: Array.from({ length: 60 }, () => ({ type: SCOPED })) };
    try {
      const crowd = Array.from({ length: 6 }, () => check('one', costly));
      expect(await check('other', good)).toBe('checked');
      expect(order.filter((line) => line === 'one checked').length).toBeLessThanOrEqual(1);
      expect(new Set(await Promise.all(crowd))).toEqual(new Set(['checked']));
    } finally {
      await checker.onApplicationShutdown();
    }
  });
});
