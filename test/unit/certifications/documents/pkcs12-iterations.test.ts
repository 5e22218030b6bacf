import fc from 'fast-check';
import { Integer, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import { iterationsIn } from '../../../../src/certifications/documents/credential/pkcs12/iterations.js';

const number = (value: bigint): Integer => Integer.fromBigInt(value);
const bytesOf = (value: Sequence): Buffer => Buffer.from(value.toBER());
const derivation = (id: string, iterations: bigint): Sequence =>
  new Sequence({
    value: [
      new ObjectIdentifier({ value: id }),
      new Sequence({ value: [new OctetString({ valueHex: Buffer.alloc(8) }), number(iterations)] }),
    ],
  });
const PBKDF2 = '1.2.840.113549.1.5.12';

describe('the iterations that a PKCS#12 file asks for', () => {
  it('are those of its sum, whatever it holds', () => {
    const mac = new Sequence({
      value: [new Sequence(), new OctetString({ valueHex: Buffer.alloc(8) }), number(4_000_000n)],
    });
    expect(iterationsIn(bytesOf(new Sequence({ value: [number(3n), new Sequence(), mac] })))).toBe(4_000_000);
  });

  it.each([PBKDF2, '1.2.840.113549.1.5.3', '1.2.840.113549.1.12.1.3'])(
    'are found inside nested octet strings: %s',
    (id) => {
      let inner: Sequence = new Sequence({ value: [derivation(id, 2_000n), derivation(id, 5_000_000n)] });
      for (let depth = 0; depth < 4; depth += 1)
        inner = new Sequence({ value: [new OctetString({ valueHex: bytesOf(inner) })] });
      expect(iterationsIn(bytesOf(inner))).toBe(5_000_000);
    },
  );

  it('may be a number of any length', () => {
    expect(iterationsIn(bytesOf(new Sequence({ value: [derivation(PBKDF2, 2n ** 80n)] })))).toBe(2 ** 80);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('no file at all')],
    ['half a file', bytesOf(derivation(PBKDF2, 9n)).subarray(0, 12)],
  ])('are none in %s', (_, bytes) => {
    expect(iterationsIn(bytes)).toBe(0);
  });

  it('are looked for in any bytes without a fault', () => {
    const whole = bytesOf(
      new Sequence({ value: [number(3n), new Sequence({ value: [derivation(PBKDF2, 9n)] }), derivation(PBKDF2, 9n)] }),
    );
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.uint8Array({ minLength: 1, maxLength: 4 }), (at, bytes) => {
        const changed = Buffer.from(whole);
        changed.set(bytes.subarray(0, whole.length - at), at);
        expect(iterationsIn(changed)).toBeGreaterThanOrEqual(-(2 ** 80));
      }),
      { numRuns: 2_000 },
    );
  });

  it('are looked for no deeper than files nest', () => {
    let inner = derivation(PBKDF2, 5_000_000n);
    for (let depth = 0; depth < 200; depth += 1) inner = new Sequence({ value: [inner] });
    expect(iterationsIn(bytesOf(inner))).toBe(0);
  });
});
