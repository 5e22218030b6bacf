import { type Note, type NoteSigner, readNote, signNote } from './note.js';
import type { TreeHead } from './proving.js';

/** A signed head of the tree (C2SP tlog-checkpoint). */
export interface Checkpoint extends TreeHead {
  /** Name of the log and of its signing key. */
  readonly origin: string;
  readonly note: Note;
}

const SIZE = /^(?:0|[1-9]\d{0,14})$/;
const HASH = /^[A-Za-z0-9+/]{43}=$/;

export function signCheckpoint({ size, root }: TreeHead, signer: NoteSigner): string {
  return signNote(`${signer.name}\n${size}\n${root.toString('base64')}\n`, signer);
}

/** `null` if it is not a checkpoint. Does not verify signatures: see `signedBy`. */
export function readCheckpoint(text: string): Checkpoint | null {
  const note = readNote(text);
  const [origin = '', size = '', root = ''] = note?.text.split('\n') ?? [];
  return note && origin !== '' && SIZE.test(size) && HASH.test(root)
    ? { origin, size: Number(size), root: Buffer.from(root, 'base64'), note }
    : null;
}
