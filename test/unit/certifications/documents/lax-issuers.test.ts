import { checkJson } from '../../../../src/certifications/documents/credential/checks/check-json.js';
import { aCredential, aLaxIssuer, anIssuer, OB3 } from '../../../builders/issuers.js';

const academy = anIssuer('academy.example');
const issuer = aLaxIssuer();
const subject = aCredential(issuer.did)['credentialSubject'] as Record<string, unknown>;
const achievement = subject['achievement'] as Record<string, unknown>;
const profile = { id: issuer.did, type: ['Profile'], name: '泉城学院' };
const types = ['VerifiableCredential', 'OpenBadgeCredential'];

/** Genuine credentials that the library gives up on, or checks: changes of a credential, and of its proof. */
const BROKEN_OFF: readonly (readonly [string, Record<string, unknown>, object])[] = [
  ['a term without a definition', { credentialSubject: { ...subject, department: 'IT' } }, {}],
  ['a field of the issuer’s own', { issuer: { ...profile, logoColour: 'red' } }, {}],
  ['a type of the issuer’s own', { type: [...types, 'OwnCredential'] }, {}],
  ['an id that is no URL', { id: '0b6f3b8e-1111' }, {}],
  ['a subject’s id that is no URL', { credentialSubject: { ...subject, id: 'student-7' } }, {}],
  [
    'an achievement’s id that is no URL',
    { credentialSubject: { ...subject, achievement: { ...achievement, id: 'a-1' } } },
    {},
  ],
  ['evidence without an address', { evidence: [{ id: 'evidence-1', type: ['Evidence'], name: 'e' }] }, {}],
  ['a plain day', { validFrom: '2026-01-01' }, {}],
  ['small letters in an instant', { validFrom: '2026-01-01t00:00:00z' }, {}],
  ['another order of contexts', { '@context': [OB3[1], OB3[0]] }, {}],
  ['terms of use without a type', { termsOfUse: { id: 'https://badges.example/t' } }, {}],
  ['an end before its beginning', { validUntil: '2025-01-01T00:00:00Z' }, {}],
  ['a proof of a plain day', {}, { created: '2026-01-02' }],
  ['a key without a fragment', {}, { verificationMethod: issuer.did }],
];
const CHECKED: readonly (readonly [string, Record<string, unknown>, object])[] = [
  ['nothing special', {}, {}],
  ['no time of the proof', {}, { created: undefined }],
  ['a challenge', {}, { challenge: 'abc', domain: 'x.example' }],
  ['an end in the past', { validUntil: '2026-02-01T00:00:00Z' }, {}],
  ['fractions of seconds', { validFrom: '2026-01-01T08:00:00.123456+08:00' }, {}],
  ['an address of mail', { credentialSubject: { ...subject, id: 'mailto:a@b.example' } }, {}],
];

describe('a credential of an issuer whose program is laxer', () => {
  const stepsOf = async (credential: Record<string, unknown>): Promise<string[]> => {
    const { checks } = await checkJson(credential, (await academy).keys);
    return checks.map(({ step, outcome, why }) => `${step} ${outcome} ${why ?? ''}`.trim());
  };
  const COULD_NOT = ['whole ok', 'signature unknown unknownProof', 'issuerKey unknown'];

  it.each(BROKEN_OFF)('is not called altered, with %s', async (_, changes, proof) => {
    expect(await stepsOf(await issuer.sign(aCredential(issuer.did, changes), proof))).toEqual(COULD_NOT);
  });

  it.each(BROKEN_OFF)('never has a correct signature if it was altered, with %s', async (_, changes, proof) => {
    const signed = await issuer.sign(aCredential(issuer.did, changes), proof);
    expect(await stepsOf({ ...signed, name: '另一项' })).not.toContain('signature ok');
  });

  it.each(CHECKED)('has a correct signature, with %s', async (_, changes, proof) => {
    const signed = await issuer.sign(aCredential(issuer.did, changes), proof);
    expect(await stepsOf(signed)).toEqual(['whole ok', 'signature ok', 'issuerKey unknown selfNamed']);
  });

  it.each(CHECKED)('is called altered if it was, with %s', async (_, changes, proof) => {
    const signed = await issuer.sign(aCredential(issuer.did, changes), proof);
    const steps = await stepsOf({ ...signed, name: '另一项' });
    expect(steps).toEqual(['whole ok', 'signature failed signatureWrong', 'issuerKey unknown']);
  });

  it('is still called altered if it is the academy’s, whatever the library gives up on', async () => {
    const { did, keys, sign } = await academy;
    const signed = await sign(aCredential(did));
    for (const changes of [{ name: '另一项' }, { unknownTerm: 'x' }, { id: 'no-url' }, { validFrom: '2026-01-01' }]) {
      const { checks } = await checkJson({ ...signed, ...changes }, keys);
      expect(checks).toContainEqual({ step: 'signature', outcome: 'failed', why: 'signatureWrong' });
    }
  });
});
