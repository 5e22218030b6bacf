import { Temporal } from 'temporal-polyfill';

const LONGEST_LINE = 75;

/** The value of a TEXT property (RFC 5545, 3.3.11): escapes `\ ; ,` and line breaks, drops other control characters. */
export function escapedText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)[\p{Cc}\p{Surrogate}]/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');
}

/** A quoted parameter value; drops quotes and control characters, which it cannot contain. */
export function quotedParameter(text: string): string {
  return `"${text.replace(/["\p{Cc}\p{Surrogate}]/gu, '')}"`;
}

/** An instant in UTC, `20260309T010000Z`, to the second below. */
export function utcStamp(instant: number): string {
  return Temporal.Instant.fromEpochMilliseconds(instant).toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');
}

/** A content line with its CRLF, folded so that no line exceeds 75 octets and no character of UTF-8 is cut. */
export function folded(line: string): string {
  let text = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LONGEST_LINE) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return `${text}\r\n`;
}
