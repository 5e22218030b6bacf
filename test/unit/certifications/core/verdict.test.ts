import fc from 'fast-check';
import { answered, verdictFrom } from '../../../../src/certifications/core/domain/verdict.js';
import {
  type Check,
  NEEDS_CERTIFICATE,
  OUTCOMES,
  type Step,
  STEPS,
  VERIFICATION_VERDICTS,
  type VerificationVerdict,
  type VerifiedCertificate,
  WHYS,
} from '../../../../src/certifications/core/domain/verification.js';

const CERTIFICATE = { id: '01a2237e-8cdf-777e-8e55-84f095f24638' } as unknown as VerifiedCertificate;
const OF_A_FILE: readonly Step[] = ['format', 'whole', 'signature', 'issuerKey', 'unaltered'];
const ALWAYS: readonly Step[] = ['register', 'notRevoked', 'notReplaced', 'notExpired'];

/** Each step absent or ended in some way, with some reason or none, in any order. */
const someChecks: fc.Arbitrary<Check[]> = fc
  .tuple(
    ...STEPS.map((step) =>
      fc.option(
        fc.record({
          step: fc.constant(step),
          outcome: fc.constantFrom(...OUTCOMES),
          why: fc.option(fc.constantFrom(...WHYS)),
        }),
      ),
    ),
  )
  .chain((all) => {
    const checks = all.filter((one) => one !== null);
    return fc.shuffledSubarray(checks, { minLength: checks.length });
  });
/** Most of them passed, so that good verdicts are common among them. */
const mostlyGood: fc.Arbitrary<Check[]> = fc
  .tuple(
    ...STEPS.map((step): fc.Arbitrary<Check | null> =>
      fc.oneof(
        { weight: 12, arbitrary: fc.constant<Check>({ step, outcome: 'ok', why: null }) },
        { weight: 1, arbitrary: fc.constant(null) },
        {
          weight: 1,
          arbitrary: fc.record({
            step: fc.constant(step),
            outcome: fc.constantFrom(...OUTCOMES),
            why: fc.option(fc.constantFrom(...WHYS)),
          }),
        },
      ),
    ),
  )
  .map((all) => all.filter((one) => one !== null));
const anyChecks = fc.oneof(someChecks, mostlyGood);

const passed = (checks: readonly Check[], step: Step): boolean =>
  checks.some((one) => one.step === step && one.outcome === 'ok');
const all = (...steps: readonly Step[]): Check[] => steps.map((step) => ({ step, outcome: 'ok', why: null }));
const RUNS = { numRuns: 3_000 };

describe('the verdict that follows from the steps', () => {
  it('is never about a certificate where none is named', () => {
    fc.assert(
      fc.property(anyChecks, (checks) => {
        const { verdict } = answered(checks, { certificate: null });
        expect(NEEDS_CERTIFICATE).not.toContain(verdict);
      }),
      RUNS,
    );
  });

  it('is valid only where every step was done and passed', () => {
    fc.assert(
      fc.property(anyChecks, (checks) => {
        const { verdict } = answered(checks, { certificate: CERTIFICATE });
        if (verdict !== 'valid') return;
        const ofAFile = checks.some(({ step }) => step === 'format');
        for (const step of [...ALWAYS, ...(ofAFile ? OF_A_FILE : [])])
          expect([step, passed(checks, step)]).toEqual([step, true]);
        expect(
          checks.filter(({ step, outcome }) => outcome === 'failed' || (outcome === 'unknown' && step !== 'log')),
        ).toEqual([]);
      }),
      RUNS,
    );
  });

  it('can be each of those that exist', () => {
    const file = all('format', 'whole', 'signature', 'issuerKey', 'register', 'unaltered', ...ALWAYS.slice(1));
    const but = (step: Step, outcome: Check['outcome'], why: Check['why'] = null): Check[] =>
      file.map((one) => (one.step === step ? { step, outcome, why } : one));
    const given: Readonly<Record<VerificationVerdict, readonly Check[]>> = {
      valid: file,
      expired: but('notExpired', 'failed'),
      revoked: but('notRevoked', 'failed'),
      superseded: but('notReplaced', 'failed'),
      notFound: but('register', 'failed'),
      couldNotCheck: but('issuerKey', 'unknown'),
      foreign: but('register', 'unknown', 'notOurs'),
      nothingToCheck: but('format', 'failed'),
      invalid: but('unaltered', 'failed'),
    };
    for (const verdict of VERIFICATION_VERDICTS)
      expect(answered(given[verdict], { certificate: CERTIFICATE }).verdict).toBe(verdict);
  });

  it('takes no step that was left out for passed', () => {
    const complete = all(
      'format',
      'whole',
      'signature',
      'issuerKey',
      'register',
      'unaltered',
      'notRevoked',
      'notReplaced',
      'notExpired',
      'log',
    );
    const verdict = (checks: readonly Check[]): VerificationVerdict =>
      answered(checks, { certificate: CERTIFICATE }).verdict;
    expect([verdict(complete), verdict(all(...ALWAYS))]).toEqual(['valid', 'valid']);
    for (const left of [...OF_A_FILE.slice(1), ...ALWAYS])
      expect([left, verdict(complete.filter(({ step }) => step !== left))]).toEqual([left, 'couldNotCheck']);
    for (const left of ALWAYS)
      expect([left, verdict(all(...ALWAYS.filter((step) => step !== left)))]).toEqual([left, 'couldNotCheck']);
    expect(verdictFrom([])).toBe('couldNotCheck');
  });

  it('is invalid only where signature, whole, key or comparison really failed', () => {
    fc.assert(
      fc.property(anyChecks, (checks) => {
        const broken = checks.some(
          ({ step, outcome }) =>
            outcome === 'failed' && ['whole', 'signature', 'issuerKey', 'unaltered'].includes(step),
        );
        expect(verdictFrom(checks) === 'invalid').toBe(broken);
      }),
      RUNS,
    );
  });

  it('of another issuer is foreign at best, and shows no certificate', () => {
    fc.assert(
      fc.property(anyChecks, (checks) => {
        const ofOthers: Check[] = [
          ...checks.filter(({ step }) => step !== 'register'),
          { step: 'register', outcome: 'unknown', why: 'notOurs' },
        ];
        const { verdict, certificate } = answered(ofOthers, { certificate: CERTIFICATE });
        expect(['foreign', 'couldNotCheck', 'nothingToCheck', 'invalid']).toContain(verdict);
        expect(certificate).toBeNull();
      }),
      RUNS,
    );
  });

  it('shows what another issuer’s credential says only with a verdict about it', () => {
    const foreign = {
      issuerId: 'did:key:z6Mk',
      issuerName: null,
      recipient: '王芳',
      achievement: null,
      validFrom: null,
      validUntil: null,
    };
    fc.assert(
      fc.property(anyChecks, (checks) => {
        const { verdict, foreign: shown } = answered(checks, { foreign });
        expect(shown === null || verdict === 'foreign' || verdict === 'couldNotCheck').toBe(true);
      }),
      RUNS,
    );
  });
});
