import { type AsnType, fromBER, Integer, ObjectIdentifier, OctetString } from 'asn1js';

const PBKDF2 = '1.2.840.113549.1.5.12';
/** Of PKCS#5 and of PKCS#12, which derive key and vector in one. */
const DERIVE_AT_ONCE = ['1.2.840.113549.1.5.', '1.2.840.113549.1.12.1.'];
/** Files nest their content in octet strings, each parsed anew. */
const MOST_DEPTH = 24;

/**
 * The most iterations that a PKCS#12 file, or content that was decrypted out of one, asks for in one derivation;
 * 0 where it is none. What stands in encrypted content is not seen.
 */
export function iterationsIn(bytes: Uint8Array): number {
  const file = parsed(bytes);
  return file === null ? 0 : Math.max(ofMac(file), within(file, 0));
}

function parsed(bytes: Uint8Array): AsnType | null {
  try {
    const { offset, result } = fromBER(bytes);
    return offset === -1 ? null : result;
  } catch {
    // The library throws for some texts that are none. Octet strings may hold anything.
    return null;
  }
}

/** `PFX ::= SEQUENCE { version, authSafe, macData SEQUENCE { mac, macSalt, iterations DEFAULT 1 } OPTIONAL }` */
function ofMac(file: AsnType): number {
  const mac = partsOf(file)[2];
  return mac === undefined ? 0 : numberIn(partsOf(mac)[2]);
}

function within(value: AsnType, depth: number): number {
  if (depth > MOST_DEPTH) return 0;
  const [algorithm, parameters] = partsOf(value);
  const own =
    algorithm instanceof ObjectIdentifier && parameters !== undefined && derives(algorithm)
      ? numberIn(partsOf(parameters)[1])
      : 0;
  return partsOf(value).reduce(
    (most, part) => Math.max(most, within(part, depth + 1)),
    Math.max(own, nestedIn(value, depth)),
  );
}

function derives(algorithm: ObjectIdentifier): boolean {
  const id = algorithm.valueBlock.toString();
  return id === PBKDF2 || DERIVE_AT_ONCE.some((begins) => id.startsWith(begins));
}

function nestedIn(value: AsnType, depth: number): number {
  if (!(value instanceof OctetString)) return 0;
  const content = parsed(new Uint8Array(value.getValue()));
  return content === null ? 0 : within(content, depth + 1);
}

function partsOf(value: AsnType): readonly AsnType[] {
  // A primitive value of a private kind has no block of its own.
  const { valueBlock } = value as { readonly valueBlock?: { readonly value?: unknown } };
  return Array.isArray(valueBlock?.value) ? (valueBlock.value as AsnType[]) : [];
}

function numberIn(value: AsnType | undefined): number {
  return value instanceof Integer ? Number(value.toBigInt()) : 0;
}
