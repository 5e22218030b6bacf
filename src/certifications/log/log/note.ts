import { createHash, createPublicKey, verify } from 'node:crypto';

/*
 * Signed notes (C2SP signed-note): a text, an empty line, and a line for each signature.
 * Only Ed25519 (type 1), which every log client supports.
 */

const ED25519 = Buffer.of(1);
const ID_LENGTH = 4;
const MOST_SIGNATURES = 16;
const SPKI_ED25519 = Buffer.from('302a300506032b6570032100', 'hex');

/** A key for verifying notes. */
export interface NoteKey {
  /** No spaces or plus signs; for a log, the address of its checkpoint without `https://` and `/checkpoint`. */
  readonly name: string;
  /** 32 bytes, as RFC 8032 writes them. */
  readonly publicKey: Uint8Array;
}

/** A signing key. It is used inside units of work, so it must be synchronous. */
export interface NoteSigner extends NoteKey {
  /** The 64 bytes of an Ed25519 signature. */
  sign(text: Uint8Array): Uint8Array;
}

export interface NoteSignature {
  readonly name: string;
  /** Eight hex digits. */
  readonly keyId: string;
  readonly signature: Buffer;
}

export interface Note {
  /** Including the last line end. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** Eight hex digits that distinguish keys of the same name. */
export function keyIdOf({ name, publicKey }: NoteKey): string {
  return createHash('sha256')
    .update(`${name}\n`)
    .update(ED25519)
    .update(publicKey)
    .digest('hex')
    .slice(0, ID_LENGTH * 2);
}

/** `<name>+<id>+<key>`, the format of other log tools. */
export function verifierKeyOf(key: NoteKey): string {
  return `${key.name}+${keyIdOf(key)}+${Buffer.concat([ED25519, key.publicKey]).toString('base64')}`;
}

/** `null` if it is not an Ed25519 verifier key, or its id does not match. */
export function readVerifierKey(text: string): NoteKey | null {
  const [, name = '', id = '', body = ''] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? [];
  const bytes = Buffer.from(body, 'base64');
  const key = { name, publicKey: bytes.subarray(1) };
  return name !== '' && bytes.length === 33 && bytes[0] === 1 && keyIdOf(key) === id ? key : null;
}

export function signNote(text: string, ...signers: readonly NoteSigner[]): string {
  return `${text}\n${signers.map((signer) => signatureLine(text, signer)).join('')}`;
}

function signatureLine(text: string, signer: NoteSigner): string {
  const signature = Buffer.concat([Buffer.from(keyIdOf(signer), 'hex'), signer.sign(Buffer.from(text))]);
  return `— ${signer.name} ${signature.toString('base64')}\n`;
}

/** `null` if it is not a note. Does not verify signatures: see `signedBy`. */
export function readNote(note: string): Note | null {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n') || /[\x00-\x09\x0b-\x1f]/.test(note)) return null;
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > MOST_SIGNATURES) return null;
  const signatures = lines.map(readSignature);
  return signatures.every((one) => one !== null) ? { text: note.slice(0, end + 1), signatures } : null;
}

function readSignature(line: string): NoteSignature | null {
  const [, name = '', body = ''] = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/.exec(line) ?? [];
  const bytes = Buffer.from(body, 'base64');
  return bytes.length > ID_LENGTH
    ? { name, keyId: bytes.subarray(0, ID_LENGTH).toString('hex'), signature: bytes.subarray(ID_LENGTH) }
    : null;
}

/** The key that signed the note; `null` if none did, or if a signature of one of them is wrong. */
export function signedBy<Key extends NoteKey>({ text, signatures }: Note, keys: readonly Key[]): Key | null {
  let found: Key | null = null;
  for (const { name, keyId, signature } of signatures) {
    const key = keys.find((one) => one.name === name && keyIdOf(one) === keyId);
    if (!key) continue;
    if (!holds(key, text, signature)) return null;
    found ??= key;
  }
  return found;
}

function holds({ publicKey }: NoteKey, text: string, signature: Buffer): boolean {
  const key = createPublicKey({ key: Buffer.concat([SPKI_ED25519, publicKey]), format: 'der', type: 'spki' });
  return verify(null, Buffer.from(text), key, signature);
}
