/** What a picture's header declares, read without decoding. */
export interface PictureHeader {
  readonly type: 'image/png' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
  /** The file extends to the end marker of its format; otherwise a decoder fills the rest with grey, silently. */
  readonly complete: boolean;
  /** The same picture without anything that is not needed to draw it. */
  readonly bare: Buffer;
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/**
 * The chunks that draw a PNG. Colour profiles, texts and times are left out, including whatever they would expand to.
 */
const DRAWN = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'];
/** A photograph has ten scans at most; more only cost time. */
const MOST_SCANS = 40;

/** `null` if it is neither PNG nor JPEG, or its header is broken. */
export function measured(bytes: Buffer): PictureHeader | null {
  if (bytes.subarray(0, 8).equals(PNG)) return measuredPng(bytes);
  return bytes.length > 4 && bytes.readUInt16BE(0) === 0xffd8 ? measuredJpeg(bytes) : null;
}

function measuredPng(bytes: Buffer): PictureHeader | null {
  const chunks: { name: string; from: number; until: number }[] = [];
  for (let at = 8; at + 12 <= bytes.length;) {
    const until = at + 12 + bytes.readUInt32BE(at);
    if (until > bytes.length) return null;
    chunks.push({ name: bytes.toString('latin1', at + 4, at + 8), from: at, until });
    at = until;
    if (chunks.at(-1)?.name === 'IEND') break;
  }
  const [header] = chunks;
  const headerCount = chunks.filter(({ name }) => name === 'IHDR').length;
  if (header?.name !== 'IHDR' || header.until - header.from !== 25 || headerCount > 1) return null;
  if (!chunks.some(({ name }) => name === 'IDAT')) return null;
  const bare = Buffer.concat([
    PNG,
    ...chunks.filter(({ name }) => DRAWN.includes(name)).map(({ from, until }) => bytes.subarray(from, until)),
  ]);
  return {
    type: 'image/png',
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    complete: chunks.at(-1)?.name === 'IEND',
    bare,
  };
}

function measuredJpeg(bytes: Buffer): PictureHeader | null {
  let size: { width: number; height: number } | null = null;
  let scans = 0;
  let complete = false;
  for (let at = 2; at + 2 <= bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    complete = marker === 0xd9;
    if (complete || at + 4 > bytes.length) break;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = bytes.readUInt16BE(at + 2);
    // A decoder continues right after a marker without a length: it could find a frame in what is skipped here.
    if (length < 2 || isWithoutLength(marker)) return null;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    // A decoder may draw one frame while another was measured.
    if (isFrame && (size !== null || !isDrawnFrame(bytes.subarray(at, at + 2 + length)))) return null;
    if (isFrame) size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + length;
    if (marker !== 0xda) continue;
    scans += 1;
    at = endOfScan(bytes, at);
  }
  return size === null || scans === 0 || scans > MOST_SCANS
    ? null
    : { type: 'image/jpeg', ...size, complete, bare: bytes };
}

/** 00 is not a marker, 01 is reserved for arithmetic coding, and restarts, start and end have no length. */
const isWithoutLength = (marker: number): boolean => marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd9);

/** Baseline, extended or progressive, eight bits per sample, grey, three colours or four: all that is drawn. */
function isDrawnFrame(frame: Buffer): boolean {
  const [, marker = 0] = frame;
  if (marker > 0xc2 || frame.length < 10) return false;
  const components = frame[9] ?? 0;
  return frame[4] === 8 && [1, 3, 4].includes(components) && frame.length === 10 + 3 * components;
}

/** The position of the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = from;
  while (at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
    at += 1;
  }
  return bytes.length;
}
