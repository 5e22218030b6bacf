import { deflateRawSync } from 'node:zlib';

export interface Part {
  readonly name: string;
  readonly content: Buffer | string;
  /** The declared unpacked size in bytes; by default the real one. */
  readonly declaredSize?: number;
  /** 0: stored; 8: deflated. */
  readonly method?: number;
  /** Refers to the bytes of the previous part instead of having its own. */
  readonly sharesBytes?: boolean;
}

/** A ZIP archive that may declare anything about its parts. */
export function anArchive(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = [];
  const contents: Buffer[] = [];
  let at = 0;
  let last = { at: 0, packed: 0, size: 0 };
  for (const { name, content, declaredSize, method = 8, sharesBytes = false } of parts) {
    const plain = Buffer.from(content);
    if (!sharesBytes) {
      const packed = method === 8 ? deflateRawSync(plain) : plain;
      last = { at, packed: packed.length, size: declaredSize ?? plain.length };
      bodies.push(
        head(0x04034b50, 30, [
          [8, method, 2],
          [18, packed.length, 4],
          [22, last.size, 4],
          [26, Buffer.byteLength(name), 2],
        ]),
        Buffer.from(name),
        packed,
      );
      at += 30 + Buffer.byteLength(name) + packed.length;
    }
    contents.push(
      head(0x02014b50, 46, [
        [10, method, 2],
        [20, last.packed, 4],
        [24, last.size, 4],
        [28, Buffer.byteLength(name), 2],
        [42, last.at, 4],
      ]),
      Buffer.from(name),
    );
  }
  const directory = Buffer.concat(contents);
  const end = head(0x06054b50, 22, [
    [8, parts.length, 2],
    [10, parts.length, 2],
    [12, directory.length, 4],
    [16, at, 4],
  ]);
  return Buffer.concat([...bodies, directory, end]);
}

function head(
  signature: number,
  size: number,
  fields: readonly (readonly [at: number, value: number, bytes: 2 | 4])[],
): Buffer {
  const bytes = Buffer.alloc(size);
  bytes.writeUInt32LE(signature, 0);
  for (const [at, value, width] of fields) bytes.writeUIntLE(value, at, width);
  return bytes;
}
