import { Inject, Injectable } from '@nestjs/common';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { CONFIG, type Config, Keys } from '../../../platform/index.js';

/** The content of a signed link: which instructor is asked about which session and time. */
export interface QuestionSubject {
  readonly sessionId: string;
  readonly instructorId: string;
  /** Epoch milliseconds. */
  readonly startsAt: number;
  readonly endsAt: number;
}

const ID_BYTES = 16;
const INSTANT_BYTES = 6;
const MAC_BYTES = 20;
const PAYLOAD_BYTES = 2 * ID_BYTES + 2 * INSTANT_BYTES;

/**
 * Signed addresses at which an instructor answers without signing in. An address contains its question and a MAC with a
 * server key, so nothing is stored. An address about an outdated time is still accepted, so that the page can say so.
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

  urlFor(question: QuestionSubject): string {
    return `${this.config.publicUrl}${this.pathFor(question)}`;
  }

  pathFor(question: QuestionSubject): string {
    return `/teaching/answers/${this.tokenFor(question)}`;
  }

  tokenFor({ sessionId, instructorId, startsAt, endsAt }: QuestionSubject): string {
    const payload = Buffer.alloc(PAYLOAD_BYTES);
    payload.write(sessionId.replaceAll('-', ''), 0, 'hex');
    payload.write(instructorId.replaceAll('-', ''), ID_BYTES, 'hex');
    payload.writeUIntBE(startsAt, 2 * ID_BYTES, INSTANT_BYTES);
    payload.writeUIntBE(endsAt, 2 * ID_BYTES + INSTANT_BYTES, INSTANT_BYTES);
    return Buffer.concat([payload, this.mac(payload)]).toString('base64url');
  }

  /** The question of a token; null for a forged token. */
  read(token: string): QuestionSubject | null {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== PAYLOAD_BYTES + MAC_BYTES || bytes.toString('base64url') !== token) return null;
    const payload = bytes.subarray(0, PAYLOAD_BYTES);
    if (!timingSafeEqual(bytes.subarray(PAYLOAD_BYTES), this.mac(payload))) return null;
    return {
      sessionId: idOf(payload.subarray(0, ID_BYTES)),
      instructorId: idOf(payload.subarray(ID_BYTES, 2 * ID_BYTES)),
      startsAt: payload.readUIntBE(2 * ID_BYTES, INSTANT_BYTES),
      endsAt: payload.readUIntBE(2 * ID_BYTES + INSTANT_BYTES, INSTANT_BYTES),
    };
  }

  private mac(payload: Buffer): Buffer {
    return createHmac('sha256', this.key).update(payload).digest().subarray(0, MAC_BYTES);
  }
}

function idOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
