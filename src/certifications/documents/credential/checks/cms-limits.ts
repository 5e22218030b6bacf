/** A signature with its certificates and a time stamp has some 20 KB. */
const MOST_BYTES = 64 * 1024;
const MOST_DEPTH = 40;
const MOST_VALUES = 10_000;
const MOST_CERTIFICATES = 10;

/** Where the certificates of a CMS message stand: ContentInfo, its content, SignedData, and there in `[0]`. */
const CERTIFICATES_DEPTH = 4;
const CERTIFICATES_TAG = 0xa0;

interface Header {
  readonly tag: number;
  readonly constructed: boolean;
  readonly begins: number;
  /** `null`: it ends where an end-of-contents mark stands. */
  readonly length: number | null;
}

interface Open {
  readonly tag: number;
  /** `null`: as for `Header.length`. */
  readonly end: number | null;
}

/**
 * Whether a CMS message is small enough to be parsed, told by walking over the heads of
 * its values: none of them is read.
 * What is broken is within the limits, for it costs nothing either.
 */
export function cmsWithinLimits(message: Uint8Array): boolean {
  if (message.length > MOST_BYTES) return false;
  const open: Open[] = [];
  let [at, values, certificates] = [0, 0, 0];
  while (at < message.length) {
    while (open.length > 0 && (open.at(-1)!.end ?? Infinity) <= at) open.pop();
    if (values > 0 && open.length === 0) return true;
    const header = headerAt(message, at);
    if (!header) return true;
    values += 1;
    if (open.length === CERTIFICATES_DEPTH && open.at(-1)!.tag === CERTIFICATES_TAG) certificates += 1;
    if (values > MOST_VALUES || certificates > MOST_CERTIFICATES) return false;
    const { tag, constructed, begins, length } = header;
    at = begins;
    if (tag === 0 && length === 0) open.pop();
    else if (constructed) open.push({ tag, end: length === null ? null : begins + length });
    else at += length ?? 0;
    if (open.length > MOST_DEPTH) return false;
  }
  return true;
}

function headerAt(message: Uint8Array, at: number): Header | null {
  const tag = message[at]!;
  let begins = at + 1;
  if ((tag & 0x1f) === 0x1f) {
    while (((message[begins] ?? 0) & 0x80) !== 0) begins += 1;
    begins += 1;
  }
  const first = message[begins];
  if (first === undefined) return null;
  begins += 1;
  const constructed = (tag & 0x20) !== 0;
  if (first < 0x80) return { tag, constructed, begins, length: first };
  if (first === 0x80) return { tag, constructed, begins, length: null };
  const bytes = first & 0x7f;
  if (bytes > 4 || begins + bytes > message.length) return null;
  const length = message.subarray(begins, begins + bytes).reduce((sum, byte) => sum * 256 + byte, 0);
  return { tag, constructed, begins: begins + bytes, length };
}
