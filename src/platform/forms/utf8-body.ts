import { BadRequestException, UnsupportedMediaTypeException } from '@nestjs/common';

const CHARSET = /;\s*charset\s*=\s*"?([^\s";]*)/i;
/** ASCII is UTF-8 as well. */
const NAMES_OF_UTF8 = ['', 'utf-8', 'utf8', 'us-ascii'];
const PERCENT = 0x25;

/** @throws HttpException 415 if a body declares another encoding than UTF-8 */
export function judgeCharset(contentType: string): void {
  const [, charset = ''] = CHARSET.exec(contentType) ?? [];
  if (!NAMES_OF_UTF8.includes(charset.toLowerCase())) throw new UnsupportedMediaTypeException();
}

/**
 * Checks while a body arrives that its text is UTF-8, in a form also what its percent escapes stand for. Otherwise it
 * would be read as other characters: a name in GBK as another name, which no certificate has.
 */
export class Utf8Check {
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  /** The beginning of an escape that the chunk before ended in. */
  private pending = '';

  constructor(private readonly isForm: boolean) {}

  /** @throws HttpException 400 */
  add(chunk: Buffer): void {
    this.decode(this.isForm ? this.unescaped(chunk) : chunk, true);
  }

  /** @throws HttpException 400 */
  end(): void {
    if (this.pending !== '') throw new BadRequestException();
    this.decode(Buffer.alloc(0), false);
  }

  private decode(bytes: Buffer, stream: boolean): void {
    try {
      this.decoder.decode(bytes, { stream });
    } catch (cause) {
      throw new BadRequestException('not UTF-8', { cause });
    }
  }

  private unescaped(chunk: Buffer): Buffer {
    const bytes = Buffer.alloc(chunk.length);
    let length = 0;
    for (const byte of chunk) {
      if (this.pending === '' && byte !== PERCENT) {
        bytes[length] = byte;
        length += 1;
        continue;
      }
      this.pending += String.fromCharCode(byte);
      if (this.pending.length < 3) continue;
      if (!/^%[0-9a-f]{2}$/i.test(this.pending)) throw new BadRequestException();
      bytes[length] = Number.parseInt(this.pending.slice(1), 16);
      length += 1;
      this.pending = '';
    }
    return bytes.subarray(0, length);
  }
}
