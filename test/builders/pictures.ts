import { crc32, deflateSync } from 'node:zlib';

const BEGINS = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export function aChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

export function bakedChunk(text: string, compression = 0): Buffer {
  return aChunk(
    'iTXt',
    Buffer.concat([
      Buffer.from('openbadgecredential\0', 'latin1'),
      Buffer.from([compression, 0, 0, 0]),
      Buffer.from(text),
    ]),
  );
}

/** A picture of one pixel with these chunks. */
export function aPicture(...chunks: readonly Buffer[]): Buffer {
  const header = aChunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]));
  return Buffer.concat([
    BEGINS,
    header,
    ...chunks,
    aChunk('IDAT', deflateSync(Buffer.from([0, 0x99]))),
    aChunk('IEND', Buffer.alloc(0)),
  ]);
}
