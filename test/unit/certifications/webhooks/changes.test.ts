import { changeOf } from '../../../../src/certifications/webhooks/domain/changes.js';

const certificate = { facts: { number: 'JN-1' }, revokedAt: null, reason: null, expiresOn: null, hidden: false };
const revoked = { ...certificate, state: 'revoked', revokedAt: 5, reason: '误发' } as const;
const replaced = { ...certificate, state: 'superseded' } as const;
const expired = { ...certificate, state: 'valid', expiresOn: '2026-03-01' } as const;
const events = [{ kind: 'superseded', at: 7, reason: '姓名有误' }];
const today = '2026-03-02';

describe('a message about the change of a certificate', () => {
  it('tells the change and its public reason', () => {
    expect([
      changeOf('certificate.revoked', { certificate: revoked, events: [] }, today),
      changeOf('certificate.replaced', { certificate: replaced, events }, today),
      changeOf('certificate.expired', { certificate: expired, events: [] }, today),
    ]).toMatchObject([
      { at: 5, reason: '误发' },
      { at: 7, reason: '姓名有误' },
      { number: 'JN-1', reason: null },
    ]);
  });

  it('tells of a hidden one, as its address does, that it was revoked, and nothing else', () => {
    const hidden = { hidden: true };
    expect([
      changeOf('certificate.revoked', { certificate: { ...revoked, ...hidden }, events: [] }, today),
      changeOf('certificate.replaced', { certificate: { ...replaced, ...hidden }, events }, today),
      changeOf('certificate.expired', { certificate: { ...expired, ...hidden }, events: [] }, today),
    ]).toEqual([{ event: 'certificate.revoked', number: 'JN-1', at: 5, reason: null }, 'hidden', 'hidden']);
  });

  it('is none where the record has no such change', () => {
    for (const event of ['certificate.revoked', 'certificate.expired'] as const)
      expect(changeOf(event, { certificate: { ...certificate, state: 'valid' }, events: [] }, today)).toBeNull();
  });
});
