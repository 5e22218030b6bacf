/**
 * An email or a part of one (RFC 2045), read by a small parser of our own, so that the sending library does not test
 * itself.
 */
export interface MimePart {
  readonly headers: Readonly<Record<string, string>>;
  /** Lower case, `text/calendar`. */
  readonly type: string;
  /** Of the content type, names in lower case: `method`, `charset`, `boundary`, `name`. */
  readonly parameters: Readonly<Record<string, string>>;
  /** `attachment; filename=…` as it was sent, or empty. */
  readonly disposition: string;
  /** Decoded bytes; empty for a multipart. */
  readonly bytes: Buffer;
  readonly parts: readonly MimePart[];
}

/** @param raw the bytes as latin1, one character each */
export function readMime(raw: string): MimePart {
  const at = raw.indexOf('\r\n\r\n');
  const headers = headersIn(raw.slice(0, at));
  const body = raw.slice(at + 4);
  const [type = '', ...rest] = (headers['content-type'] ?? 'text/plain').split(/;\s*/);
  const parameters = Object.fromEntries(
    rest.map((one) => [
      one.slice(0, one.indexOf('=')).toLowerCase(),
      one.slice(one.indexOf('=') + 1).replace(/^"(.*)"$/, '$1'),
    ]),
  );
  const isMultipart = type.toLowerCase().startsWith('multipart/');
  return {
    headers,
    type: type.toLowerCase(),
    parameters,
    disposition: headers['content-disposition'] ?? '',
    bytes: isMultipart ? Buffer.alloc(0) : decoded(body, headers['content-transfer-encoding'] ?? '7bit'),
    parts: isMultipart ? between(body, parameters['boundary'] ?? '').map(readMime) : [],
  };
}

/** The part itself and all parts inside it, in order. */
export function allParts(part: MimePart): MimePart[] {
  return [part, ...part.parts.flatMap(allParts)];
}

/** The structure as text: `multipart/alternative(text/plain, text/calendar)`. */
export function shapeOf({ type, parts }: MimePart): string {
  return parts.length === 0 ? type : `${type}(${parts.map(shapeOf).join(', ')})`;
}

/** RFC 2047: `=?UTF-8?B?…?=` and `=?UTF-8?Q?…?=`. */
export function decodedWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, way: string, word: string) =>
      (way.toLowerCase() === 'b' ? Buffer.from(word, 'base64') : fromHex(word.replaceAll('_', ' '))).toString(),
    );
}

function headersIn(head: string): Record<string, string> {
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
}

function between(body: string, boundary: string): string[] {
  return `\r\n${body}`.split(`\r\n--${boundary}--`)[0]!.split(`\r\n--${boundary}\r\n`).slice(1);
}

function decoded(body: string, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  return encoding === 'quoted-printable' ? fromHex(body.replace(/=\r\n/g, '')) : Buffer.from(body, 'latin1');
}

function fromHex(text: string): Buffer {
  return Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  );
}
