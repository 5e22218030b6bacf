import { Inject, Injectable } from '@nestjs/common';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { CONFIG, type Config, Keys } from '../../../platform/index.js';

/** Who is asked about which session at which time: what a link stands for. */
export interface QuestionSubject {
  readonly sessionId: string;
  readonly instructorId: string;
  /** Epoch milliseconds. */
  readonly startsAt: number;
  readonly endsAt: number;
}

const ID_BYTES = 16;
const INSTANT_BYTES = 6;
const SEAL_BYTES = 20;
const ASKED_BYTES = 2 * ID_BYTES + 2 * INSTANT_BYTES;

/**
 * Signed addresses at which an instructor answers without signing in. Each holds what it asks about and a seal by a key
 * of this house, so that nothing is stored; one about a time that is no more is still read, and told so.
 */
@Injectable()
export class AnswerLinks {
  private readonly key: string;

  constructor(
    keys: Keys,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.key = keys.of('teaching-answers');
  }

  urlFor(asked: QuestionSubject): string {
    return `${this.config.publicUrl}${this.pathFor(asked)}`;
  }

  pathFor(asked: QuestionSubject): string {
    return `/teaching/answers/${this.tokenFor(asked)}`;
  }

  tokenFor({ sessionId, instructorId, startsAt, endsAt }: QuestionSubject): string {
    const asked = Buffer.alloc(ASKED_BYTES);
    asked.write(sessionId.replaceAll('-', ''), 0, 'hex');
    asked.write(instructorId.replaceAll('-', ''), ID_BYTES, 'hex');
    asked.writeUIntBE(startsAt, 2 * ID_BYTES, INSTANT_BYTES);
    asked.writeUIntBE(endsAt, 2 * ID_BYTES + INSTANT_BYTES, INSTANT_BYTES);
    return Buffer.concat([asked, this.seal(asked)]).toString('base64url');
  }

  /** What a token asks about; null for one that this house never gave. */
  read(token: string): QuestionSubject | null {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== ASKED_BYTES + SEAL_BYTES || bytes.toString('base64url') !== token) return null;
    const asked = bytes.subarray(0, ASKED_BYTES);
    if (!timingSafeEqual(bytes.subarray(ASKED_BYTES), this.seal(asked))) return null;
    return {
      sessionId: idOf(asked.subarray(0, ID_BYTES)),
      instructorId: idOf(asked.subarray(ID_BYTES, 2 * ID_BYTES)),
      startsAt: asked.readUIntBE(2 * ID_BYTES, INSTANT_BYTES),
      endsAt: asked.readUIntBE(2 * ID_BYTES + INSTANT_BYTES, INSTANT_BYTES),
    };
  }

  private seal(asked: Buffer): Buffer {
    return createHmac('sha256', this.key).update(asked).digest().subarray(0, SEAL_BYTES);
  }
}

function idOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
