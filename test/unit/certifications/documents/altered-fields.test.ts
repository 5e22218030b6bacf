import { canonical } from '../../../../src/certifications/core/domain/index.js';
import { alteredFields } from '../../../../src/certifications/documents/credential/altered-fields.js';
import { credentialOf } from '../../../../src/certifications/documents/credential/credential.js';
import { MAKING, RICH } from '../../../builders/credentials.js';

const ROW = {
  number: RICH.number,
  numberKey: canonical(RICH.number),
  token: MAKING.token,
  recipientName: RICH.recipient.name,
  recipientLatinName: RICH.recipient.latinName,
  issuedOn: RICH.issuedOn,
  expiresOn: RICH.expiresOn,
  templateVersion: RICH.templateVersion,
  facts: RICH,
};

interface Subject {
  readonly credentialSubject: { readonly identifier: readonly object[] };
}

describe('fields in which a row differs from its signed credential', () => {
  const signed = credentialOf(RICH, MAKING) as unknown as Subject;

  it('are none where nothing was altered', () => {
    expect(alteredFields(ROW, JSON.stringify(signed))).toEqual([]);
  });

  it('are none because of the hashed email address in earlier credentials', () => {
    const hash = { type: 'IdentityObject', hashed: true, identityHash: 'sha256$00', identityType: 'emailAddress' };
    const { credentialSubject: subject } = signed;
    const earlier = {
      ...signed,
      credentialSubject: { ...subject, identifier: [...subject.identifier, { ...hash, salt: 'c2FsdA' }] },
    };
    expect(alteredFields(ROW, JSON.stringify(earlier))).toEqual([]);
  });

  it('are named', () => {
    const facts = { ...RICH, recipient: { ...RICH.recipient, name: '王方' } };
    expect(alteredFields({ ...ROW, facts }, JSON.stringify(signed))).toEqual([
      'recipient_name',
      'credentialSubject.identifier.0.identityHash',
    ]);
  });
});
