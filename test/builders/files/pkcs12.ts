import { type AsnType, Constructed, Integer, Null, ObjectIdentifier, OctetString, Primitive, Sequence } from 'asn1js';
import { createCipheriv, createHash, createHmac, pbkdf2Sync } from 'node:crypto';

const DATA = '1.2.840.113549.1.7.1';
const ENCRYPTED = '1.2.840.113549.1.7.6';
const BAG = '1.2.840.113549.1.12.10.1';
const SALT = Buffer.alloc(16, 7);

/** An integer in a file: minimally encoded, or as given bytes. */
export type Count = bigint | Buffer;

/** An encrypted key: so many iterations are needed to decrypt it. */
export const aShroudedKey = (iterations: Count): Buffer =>
  bytesOf(sequence(id(`${BAG}.2`), tagged(sequence(encryption(iterations), octets(Buffer.alloc(64, 3))))));

/** The bytes may be damaged: nothing here parses them. */
export const aKeyBag = (pkcs8: Buffer): Buffer => wrapped(0x30, bytesOf(id(`${BAG}.1`)), wrapped(0xa0, pkcs8));

export const aCertificateBag = (der: Buffer): Buffer =>
  bytesOf(sequence(id(`${BAG}.3`), tagged(sequence(id('1.2.840.113549.1.9.22.1'), tagged(octets(der))))));

/** A PKCS#12 file of any bags, with a MAC that matches its password whatever they contain. */
export function aPkcs12File(bags: readonly Buffer[], password: string, { encrypted = false } = {}): Buffer {
  const contents = wrapped(0x30, ...bags);
  const part = encrypted
    ? sequence(id(ENCRYPTED), tagged(encryptedContents(contents, password)))
    : sequence(id(DATA), tagged(octets(contents)));
  const safe = bytesOf(sequence(part));
  const sum = createHmac('sha1', sumKey(password)).update(safe).digest();
  return bytesOf(
    sequence(
      number(3n),
      sequence(id(DATA), tagged(octets(safe))),
      sequence(sequence(sequence(id('1.3.14.3.2.26'), new Null()), octets(sum)), octets(SALT), number(1n)),
    ),
  );
}

const sequence = (...value: AsnType[]): Sequence => new Sequence({ value });
const id = (value: string): ObjectIdentifier => new ObjectIdentifier({ value });
const octets = (valueHex: Buffer): OctetString => new OctetString({ valueHex });
const number = (value: Count): Integer =>
  typeof value === 'bigint' ? Integer.fromBigInt(value) : new Integer({ valueHex: value });
const tagged = (value: AsnType): Constructed =>
  new Constructed({ idBlock: { tagClass: 3, tagNumber: 0 }, value: [value] });
const bytesOf = (value: AsnType): Buffer => Buffer.from(value.toBER());

function wrapped(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([Buffer.from([tag, 0x84]), length, content]);
}

/** PBES2 of PBKDF2 and AES-256-CBC. */
function encryption(iterations: Count): Sequence {
  const derivation = sequence(octets(SALT), number(iterations), sequence(id('1.2.840.113549.2.9'), new Null()));
  const cipher = sequence(id('2.16.840.1.101.3.4.1.42'), octets(SALT));
  return sequence(id('1.2.840.113549.1.5.13'), sequence(sequence(id('1.2.840.113549.1.5.12'), derivation), cipher));
}

function encryptedContents(contents: Buffer, password: string): Sequence {
  const cipher = createCipheriv('aes-256-cbc', pbkdf2Sync(password, SALT, 1, 32, 'sha256'), SALT);
  const valueHex = Buffer.concat([cipher.update(contents), cipher.final()]);
  const content = new Primitive({ idBlock: { tagClass: 3, tagNumber: 0 }, valueHex });
  return sequence(number(0n), sequence(id(DATA), encryption(1n), content));
}

/** The key derivation of PKCS#12 for MACs (RFC 7292, B.2) with one iteration. */
function sumKey(password: string): Buffer {
  const filled = (bytes: Buffer): Buffer => Buffer.alloc(64 * Math.ceil(bytes.length / 64), bytes);
  const letters = Buffer.from(`${password}\0`, 'utf16le').swap16();
  return createHash('sha1')
    .update(Buffer.concat([Buffer.alloc(64, 3), filled(SALT), filled(letters)]))
    .digest();
}
