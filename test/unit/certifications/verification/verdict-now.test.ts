import { verdictNow, verdictStillHolds } from '../../../../src/certifications/verification/domain/answer-row.js';

const today = '2026-03-02';
const certificate = { state: 'valid', expiresOn: null, hidden: false } as const;

describe('what holds today of a verdict', () => {
  it.each([
    ['still valid', certificate, 'valid'],
    ['on its last day', { ...certificate, expiresOn: today }, 'valid'],
    ['expired since', { ...certificate, expiresOn: '2026-03-01' }, 'expired'],
    ['revoked since', { ...certificate, state: 'revoked' }, 'revoked'],
    ['replaced since', { ...certificate, state: 'superseded' }, 'superseded'],
    ['hidden since', { ...certificate, hidden: true }, 'hidden'],
    ['hidden and expired', { ...certificate, hidden: true, expiresOn: '2026-03-01' }, 'hidden'],
    ['hidden and revoked', { ...certificate, hidden: true, state: 'revoked' }, 'revoked'],
    ['altered', null, 'couldNotCheck'],
  ] as const)('of one that is %s', (_, about, now) => {
    expect(verdictNow('valid', about, today)).toBe(now);
  });

  it.each(['notFound', 'couldNotCheck', 'foreign', 'nothingToCheck', 'invalid'] as const)(
    'is nothing for %s, which is about no certificate',
    (verdict) => {
      expect(verdictNow(verdict, certificate, today)).toBeNull();
    },
  );
});

describe('a verdict that was given before', () => {
  const hidden = { ...certificate, hidden: true };

  it.each(['numberAndName', 'address', 'copy'] as const)('holds while nothing changes, asked by %s', (way) => {
    expect(verdictStillHolds('valid', certificate, { today, way })).toBe(true);
  });

  it.each(['numberAndName', 'address'] as const)('ends when the holder hides the certificate, asked by %s', (way) => {
    expect(verdictStillHolds('valid', hidden, { today, way })).toBe(false);
    expect(verdictStillHolds('revoked', { ...hidden, state: 'revoked' }, { today, way })).toBe(false);
  });

  it('holds for whoever has a copy of a hidden certificate', () => {
    expect(verdictStillHolds('valid', hidden, { today, way: 'copy' })).toBe(true);
  });
});
