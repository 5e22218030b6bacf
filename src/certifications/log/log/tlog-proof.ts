import type { Hash } from './hashing.js';

/** A self-contained proof that an entry is in the log (C2SP tlog-proof). */
export interface TlogProof {
  /** The entry itself, to recompute its hash. */
  readonly entry: Buffer;
  readonly index: number;
  readonly path: readonly Hash[];
  /** The exact signed note. */
  readonly checkpoint: string;
}

const TITLE = 'c2sp.org/tlog-proof@v1';
const INDEX = /^index (0|[1-9]\d{0,14})$/;
const HASH = /^[A-Za-z0-9+/]{43}=$/;

export function writeTlogProof({ entry, index, path, checkpoint }: TlogProof): string {
  return [
    TITLE,
    `extra ${entry.toString('base64')}`,
    `index ${index}`,
    ...path.map((hash) => hash.toString('base64')),
    '',
    checkpoint,
  ].join('\n');
}

/** `null` if it is not such a proof, or lacks the entry. */
export function readTlogProof(text: string): TlogProof | null {
  const middle = text.indexOf('\n\n');
  const [title, extra = '', index = '', ...path] = text.slice(0, middle).split('\n');
  const [, at] = INDEX.exec(index) ?? [];
  if (
    middle < 0 ||
    title !== TITLE ||
    !extra.startsWith('extra ') ||
    at === undefined ||
    !path.every((line) => HASH.test(line))
  )
    return null;
  return {
    entry: Buffer.from(extra.slice('extra '.length), 'base64'),
    index: Number(at),
    path: path.map((line) => Buffer.from(line, 'base64')),
    checkpoint: text.slice(middle + 2),
  };
}
